package org.assay.api.assessments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the model's output rests on.
///
/// @param method of the local values: `exact`, or `none` when there are too many features
/// @param features in the model's order
/// @param base mean output over the background
/// @param values one row of Shapley values for each explained row
/// @param standardErrors same shape, where the method samples
/// @param additivityError largest |f(x) - base - sum| relative to the scale
/// @param rows the explained rows, as fed to the model; null where a value is missing or text; none
///     for a reader who neither owns the dataset nor holds a grant for the purpose `assessment`
/// @param importance permutation importance of each feature, the largest first
/// @param importanceMetric what the importance is a drop of
/// @param digest SHA-256 of the report's canonical JSON
public record ExplanationView(
    UUID id,
    String method,
    String output,
    List<String> features,
    @Nullable Double base,
    List<List<Double>> values,
    @Nullable List<List<Double>> standardErrors,
    @Nullable Double additivityError,
    Map<String, Object> quality,
    List<List<Double>> rows,
    List<Importance> importance,
    String importanceMetric,
    Instant at,
    String digest) {

  /// @param low lower end of the interval
  /// @param high upper end
  public record Importance(
      String feature, double importance, double low, double high, double level) {}
}
