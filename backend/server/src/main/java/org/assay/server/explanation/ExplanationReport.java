package org.assay.server.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.assay.api.assessments.ExplanationView;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.jspecify.annotations.Nullable;

/// What an explanation found, as it is stored: `assay-explain/1`, and the rows once more as the
/// model was fed them. Read into these types alone, so that nothing else a worker writes gets any
/// further.
///
/// @param rows values of the explained rows as the dataset has them
/// @param inputs the same rows in numbers; null where a value is missing or fed as text
/// @param outputs the model's output for each explained row
/// @param importanceRows rows permuted
record ExplanationReport(
    String schema,
    String method,
    String output,
    List<String> features,
    @Nullable Double base,
    List<List<Double>> values,
    @Nullable List<List<Double>> standardErrors,
    @Nullable Double additivityError,
    Map<String, Object> quality,
    List<List<@Nullable Object>> rows,
    @Nullable List<List<@Nullable Double>> inputs,
    @Nullable List<Double> outputs,
    List<ExplanationView.Importance> importance,
    String importanceMetric,
    @Nullable String importanceIntervals,
    @Nullable Long importanceRows) {
  static final String SCHEMA = "assay-explain/1";

  /// @throws IllegalArgumentException for a report of another shape
  ExplanationReport {
    if (!SCHEMA.equals(schema) || features == null || importance == null) {
      throw new IllegalArgumentException("an explanation is " + SCHEMA + ", not " + schema);
    }
    features = List.copyOf(features);
    values = values == null ? List.of() : List.copyOf(values);
    rows = rows == null ? List.of() : List.copyOf(rows);
    quality = quality == null ? Map.of() : Collections.unmodifiableMap(quality);
    importance =
        importance.stream()
            .sorted(Comparator.comparingDouble(ExplanationView.Importance::importance).reversed())
            .toList();
  }

  /// With the explained rows as the mapping feeds them to the model.
  ExplanationReport fedBy(ColumnMapping mapping) {
    List<List<@Nullable Double>> fed = rows.stream().map(row -> fed(row, mapping)).toList();
    return new ExplanationReport(
        schema,
        method,
        output,
        features,
        base,
        values,
        standardErrors,
        additivityError,
        quality,
        rows,
        fed,
        outputs,
        importance,
        importanceMetric,
        importanceIntervals,
        importanceRows);
  }

  private List<@Nullable Double> fed(List<@Nullable Object> row, ColumnMapping mapping) {
    List<@Nullable Double> numbers = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      numbers.add(number(row.get(i), mapping.encoding(features.get(i))));
    }
    return Collections.unmodifiableList(numbers);
  }

  private static @Nullable Double number(@Nullable Object value, Encoding encoding) {
    if (value == null) {
      return null;
    }
    return switch (encoding) {
      case Encoding.Number _ -> value instanceof Number number ? number.doubleValue() : null;
      case Encoding.Categories(Map<String, Double> codes) -> codes.get(text(value));
      case Encoding.Text _ -> null;
    };
  }

  /// Whole numbers without a fraction, as codes name them.
  private static String text(Object value) {
    return value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
        ? Long.toString(number.longValue())
        : value.toString();
  }
}
