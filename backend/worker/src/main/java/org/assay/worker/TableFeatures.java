package org.assay.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.assay.onnx.runtime.FeatureRows;
import org.assay.worker.protocol.Column;
import org.assay.worker.protocol.Table;

/// The columns that feed the model, encoded: one number per row and feature, NaN where missing.
///
/// @param columns `[feature][row]`
/// @param dictionaries for columns that reach the model as text, the texts by code
record TableFeatures(
    List<String> names, double[][] columns, Map<String, List<String>> dictionaries) {
  /// @throws RefusalException for a column that is not there, or a value that its encoding does not
  ///     know
  static TableFeatures of(Table table, ColumnMapping mapping) {
    List<String> names = mapping.features();
    Map<String, List<String>> dictionaries = new HashMap<>();
    List<double[]> columns = new ArrayList<>();
    for (String name : names) {
      Column column = Columns.require(table, name, "feeds the model");
      columns.add(encoded(column, mapping.encoding(name), dictionaries));
    }
    return new TableFeatures(names, columns.toArray(double[][]::new), dictionaries);
  }

  FeatureRows rows() {
    return FeatureRows.ofColumns(columns);
  }

  /// The rows at these positions, as an explanation takes them.
  float[][] floats(int[] rows) {
    float[][] picked = new float[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int feature = 0; feature < columns.length; feature++) {
        picked[i][feature] = (float) columns[feature][rows[i]];
      }
    }
    return picked;
  }

  private static double[] encoded(
      Column column, Encoding encoding, Map<String, List<String>> dictionaries) {
    return switch (encoding) {
      case Encoding.Number _ -> numbers(column);
      case Encoding.Categories(Map<String, Double> codes) -> codes(Columns.texts(column), codes);
      case Encoding.Text _ -> {
        Column.Texts texts = Columns.texts(column);
        dictionaries.put(column.name(), texts.dictionary());
        yield Arrays.stream(texts.codes())
            .mapToDouble(code -> code == Column.MISSING ? Double.NaN : code)
            .toArray();
      }
    };
  }

  private static double[] numbers(Column column) {
    return switch (column) {
      case Column.Numbers numbers -> numbers.values();
      case Column.Texts texts ->
          throw new RefusalException(
              "column-not-numeric",
              "column \"%s\" holds text (%s) and is mapped as a number"
                  .formatted(texts.name(), Columns.shown(texts.dictionary())),
              "Map it as categories with a code for each value, or as text.");
    };
  }

  private static double[] codes(Column.Texts texts, Map<String, Double> codes) {
    double[] byText = new double[texts.dictionary().size()];
    for (int i = 0; i < byText.length; i++) {
      Double code = codes.get(texts.dictionary().get(i));
      if (code == null) {
        throw new RefusalException(
            "category-without-code",
            "column \"%s\" holds the value \"%s\", which has no code; codes are given for %s"
                .formatted(texts.name(), texts.dictionary().get(i), new TreeSet<>(codes.keySet())),
            "Add a code for \"%s\" to the mapping.".formatted(texts.dictionary().get(i)));
      }
      byText[i] = code;
    }
    return Arrays.stream(texts.codes())
        .mapToDouble(code -> code == Column.MISSING ? Double.NaN : byText[code])
        .toArray();
  }
}
