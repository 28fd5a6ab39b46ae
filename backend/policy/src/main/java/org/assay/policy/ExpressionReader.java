package org.assay.policy;

import dev.cel.common.types.CelType;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Compiles the CEL of a scalar and points at the very character in the pack where it is wrong.
final class ExpressionReader {
  private ExpressionReader() {}

  static Expression read(PackMapping mapping, Node node, String key, CelType type) {
    String expression = mapping.string(node, key);
    try {
      return CelCompiler.compile(expression, type);
    } catch (CelSyntaxException e) {
      throw new PackException(
          mapping.text().source(),
          mapping.control(),
          position(mapping.text().lines(), (ScalarNode) node, e.offset()),
          "'" + key + "' is no valid CEL: " + e.getMessage());
    }
  }

  /// YAML folds line breaks and indentation but keeps every other character (quotes may double
  /// one), so the place is found by counting characters that are not white space.
  private static Position position(List<String> lines, ScalarNode node, int offset) {
    Position start = PackText.position(node.getStartMark());
    int[] expression = node.getValue().codePoints().toArray();
    int reached = Math.min(offset, expression.length);
    int ahead = 0;
    for (int i = 0; i < reached; i++) {
      ahead += Character.isWhitespace(expression[i]) ? 0 : 1;
    }
    ScalarStyle style = node.getScalarStyle();
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    boolean quoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    int line = block ? start.line() + 1 : start.line();
    int column = block ? 1 : start.column() + (quoted ? 1 : 0);
    for (; line <= lines.size(); line++, column = 1) {
      int[] raw = lines.get(line - 1).codePoints().toArray();
      for (; column <= raw.length; column++) {
        int character = raw[column - 1];
        if (Character.isWhitespace(character)) {
          continue;
        }
        if (ahead == 0) {
          return new Position(line, column);
        }
        ahead--;
        boolean escape =
            (style == ScalarStyle.SINGLE_QUOTED && character == '\'')
                || (style == ScalarStyle.DOUBLE_QUOTED && character == '\\');
        column += escape ? 1 : 0;
      }
    }
    return start;
  }
}
