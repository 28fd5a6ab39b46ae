package org.assay.policy;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Refuses anchors, so that every rule of a pack can be read where it stands and no node contains
/// itself.
final class PlainNodes {
  private PlainNodes() {}

  static void check(PackText text, Node node) {
    if (node.getAnchor() != null) {
      throw text.refusal(
          null, node, "anchor '&" + node.getAnchor() + "': packs are written out, without aliases");
    }
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(child -> check(text, child));
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        check(text, entry.getKeyNode());
        check(text, entry.getValueNode());
      }
    }
  }
}
