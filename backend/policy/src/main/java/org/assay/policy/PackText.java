package org.assay.policy;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// A pack's text with its name: parses it into nodes, and says where in it a problem is.
record PackText(String source, String yaml) {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_CODE_POINTS = 1_000_000;
  private static final Position START = new Position(1, 1);

  /// The one document of the text.
  Node root() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(options).compose(new StringReader(yaml));
      if (root == null) {
        throw new PackException(source, null, START, "the pack is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new PackException(
          source, null, mark == null ? START : position(mark), "no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new PackException(source, null, START, "no YAML: " + e.getMessage());
    }
  }

  PackException refusal(@Nullable String control, Node node, String problem) {
    return new PackException(source, control, position(node.getStartMark()), problem);
  }

  /// The lines of the text, for places inside a scalar.
  List<String> lines() {
    return yaml.lines().toList();
  }

  static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
