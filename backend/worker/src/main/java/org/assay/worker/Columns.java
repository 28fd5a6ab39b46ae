package org.assay.worker;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.fairness.Attribute;
import org.assay.worker.protocol.Column;
import org.assay.worker.protocol.Table;

/// Columns of a table as labels, attributes and texts.
final class Columns {
  private static final int SHOWN = 20;
  private static final int MOST_VALUES = 50;

  private Columns() {}

  /// @param role what the column is needed for, such as `is the label`
  static Column require(Table table, String name, String role) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new RefusalException(
                    "missing-column",
                    "the data has no column \"%s\", which %s; it has %s"
                        .formatted(name, role, shown(table.names())),
                    "Name one of these columns, or add the column to the data."));
  }

  /// Numbers become their shortest text: 1.0 is `1`.
  static Column.Texts texts(Column column) {
    return switch (column) {
      case Column.Texts texts -> texts;
      case Column.Numbers(String name, double[] values) -> {
        Map<String, Integer> positions = new HashMap<>();
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
          codes[row] =
              Double.isNaN(values[row])
                  ? Column.MISSING
                  : positions.computeIfAbsent(text(values[row]), _ -> positions.size());
        }
        String[] dictionary = new String[positions.size()];
        positions.forEach((text, code) -> dictionary[code] = text);
        yield new Column.Texts(name, List.of(dictionary), codes);
      }
    };
  }

  /// True where the label has the favourable value.
  ///
  /// @throws RefusalException for a missing label, a favourable value that does not occur, or one
  ///     class only
  static boolean[] labels(Table table, String label, String favourable) {
    Column.Texts texts = texts(require(table, label, "is the label"));
    int wanted = texts.dictionary().indexOf(favourable);
    if (wanted < 0 || Arrays.stream(texts.codes()).noneMatch(code -> code == wanted)) {
      throw new RefusalException(
          "label-value-absent",
          "the label \"%s\" never has the favourable value \"%s\"; its values are %s"
              .formatted(label, favourable, shown(texts.dictionary())),
          "Name one of these values as the favourable outcome.");
    }
    boolean[] labels = new boolean[texts.codes().length];
    boolean other = false;
    for (int row = 0; row < labels.length; row++) {
      if (texts.codes()[row] == Column.MISSING) {
        throw new RefusalException(
            "label-missing",
            "the label \"%s\" has no value in row %d".formatted(label, row),
            "Leave rows without an outcome out of the data.");
      }
      labels[row] = texts.codes()[row] == wanted;
      other |= !labels[row];
    }
    if (!other) {
      throw new RefusalException(
          "one-class",
          "the label \"%s\" is \"%s\" in every row".formatted(label, favourable),
          "Use data with both outcomes.");
    }
    return labels;
  }

  /// A protected attribute; missing values are unknown.
  static Attribute attribute(Table table, String name) {
    Column.Texts texts = texts(require(table, name, "is a protected attribute"));
    if (texts.dictionary().size() > MOST_VALUES) {
      throw new RefusalException(
          "too-many-values",
          "the protected attribute \"%s\" has %d values (%s); at most %d are compared"
              .formatted(name, texts.dictionary().size(), shown(texts.dictionary()), MOST_VALUES),
          "Use a column of groups, such as age bands in place of ages.");
    }
    return new Attribute(name, texts.dictionary(), texts.codes());
  }

  static String shown(List<String> values) {
    return values.size() <= SHOWN
        ? String.join(", ", values)
        : String.join(", ", values.subList(0, SHOWN)) + ", …";
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1L << 53
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
