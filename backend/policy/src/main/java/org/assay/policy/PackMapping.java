package org.assay.policy;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A mapping of a pack, read strictly: known keys only, each once, each of the kind asked for.
final class PackMapping {
  private final PackText text;
  private final @Nullable String control;
  private final Node node;
  private final Map<String, Node> values;

  private PackMapping(
      PackText text, @Nullable String control, Node node, Map<String, Node> values) {
    this.text = text;
    this.control = control;
    this.node = node;
    this.values = values;
  }

  /// Reads a mapping that may have these keys and no others.
  static PackMapping of(PackText text, @Nullable String control, Node node, Set<String> allowed) {
    PackMapping mapping = of(text, control, node);
    if (node instanceof MappingNode entries) {
      for (NodeTuple entry : entries.getValue()) {
        String key = ((ScalarNode) entry.getKeyNode()).getValue();
        if (!allowed.contains(key)) {
          throw text.refusal(
              control,
              entry.getKeyNode(),
              "unknown key '"
                  + key
                  + "'; known here: "
                  + String.join(", ", new TreeSet<>(allowed)));
        }
      }
    }
    return mapping;
  }

  /// Reads a mapping with any keys.
  static PackMapping of(PackText text, @Nullable String control, Node node) {
    if (!(node instanceof MappingNode entries)) {
      throw text.refusal(control, node, "a mapping (key: value) is needed here");
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple entry : entries.getValue()) {
      Node key = entry.getKeyNode();
      if (!(key instanceof ScalarNode name) || key.getTag().equals(Tag.MERGE)) {
        throw text.refusal(control, key, "a key is a plain word; << is not used in packs");
      }
      if (values.put(name.getValue(), entry.getValueNode()) != null) {
        throw text.refusal(control, key, "key '" + name.getValue() + "' is here twice");
      }
    }
    return new PackMapping(text, control, node, values);
  }

  /// The same mapping, whose problems are reported under this control.
  PackMapping inside(String controlId) {
    return new PackMapping(text, controlId, node, values);
  }

  /// The keys and their nodes, in order.
  Map<String, Node> values() {
    return values;
  }

  Optional<Node> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Node required(String key) {
    return optional(key)
        .orElseThrow(() -> text.refusal(control, node, "key '" + key + "' is missing"));
  }

  PackMapping mapping(String key, Set<String> allowed) {
    return of(text, control, required(key), allowed);
  }

  List<Node> list(String key) {
    Node list = required(key);
    if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw text.refusal(control, list, "'" + key + "' must be a list of at least one element");
    }
    return sequence.getValue();
  }

  String string(String key) {
    return string(required(key), key);
  }

  Optional<String> optionalString(String key) {
    return optional(key).map(found -> string(found, key));
  }

  /// Text that is not blank. Anything that YAML does not read as text, a date or a number is
  /// refused.
  String string(Node found, String key) {
    if (!(found instanceof ScalarNode scalar)
        || scalar.getTag().equals(Tag.NULL)
        || scalar.getTag().equals(Tag.BOOL)
        || scalar.getValue().isBlank()) {
      throw text.refusal(control, found, "'" + key + "' must be a text that is not blank");
    }
    return scalar.getValue();
  }

  Text bilingual(String key) {
    PackMapping texts = mapping(key, Set.of("en", "zh"));
    return new Text(texts.string("en"), texts.string("zh"));
  }

  /// The text under a key made into a value; what the value's type refuses is reported at its
  /// place.
  <T> T parsed(String key, Function<String, T> parser) {
    return parsed(required(key), key, parser);
  }

  <T> T parsed(Node found, String key, Function<String, T> parser) {
    String string = string(found, key);
    return built(found, () -> parser.apply(string));
  }

  /// A value built from this mapping; what its type refuses is reported at the node.
  <T> T built(Node place, Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw text.refusal(control, place, String.valueOf(e.getMessage()));
    }
  }

  Node node() {
    return node;
  }

  PackText text() {
    return text;
  }

  @Nullable String control() {
    return control;
  }
}
