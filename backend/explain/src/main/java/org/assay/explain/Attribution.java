package org.assay.explain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Shares of each feature in the scorer's output, per row: `outputs[r] = base + sum of values[r]`.
/// The arrays are copied in and not to be changed by readers.
///
/// @param method how the values were found, such as `exact`
/// @param base mean score over the background
/// @param baseStandardError s / sqrt(n) of the base over the n background rows; null for a single
///     row
/// @param values `[row][feature]`, in units of the score
/// @param outputs `[row]`, the scorer's own output
/// @param check the errors found by the self-check, all within its limit
/// @param evaluations rows the scorer was given
public record Attribution(
    String method,
    double base,
    @Nullable Double baseStandardError,
    double[][] values,
    double[] outputs,
    SelfCheck check,
    long evaluations) {

  /// @throws IllegalArgumentException when values and outputs do not have one entry per row
  public Attribution {
    if (values.length == 0 || values.length != outputs.length) {
      throw new IllegalArgumentException(
          "an attribution has one output for each of its rows, not "
              + outputs.length
              + " for "
              + values.length);
    }
    values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    outputs = outputs.clone();
  }

  /// Largest |f(x) - base - sum of values|, relative to max(1, |f(x)|).
  public double additivityError() {
    return check.additivityError();
  }

  /// Mean over the rows of |value|, per feature: `[feature]`.
  public double[] meanMagnitudes() {
    double[] means = new double[values[0].length];
    for (double[] row : values) {
      for (int j = 0; j < means.length; j++) {
        means[j] += Math.abs(row[j]) / values.length;
      }
    }
    return means;
  }

  /// The figures that go with the values on every report.
  public Quality quality() {
    return new Quality(
        check.additivityError(),
        check.repeatError(),
        baseStandardError,
        Quality.gini(meanMagnitudes()),
        evaluations);
  }
}
