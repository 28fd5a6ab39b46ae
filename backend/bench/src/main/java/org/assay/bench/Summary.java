package org.assay.bench;

import java.util.Arrays;

/// Smallest, middle and largest of a few measurements. No mean: one disturbed round would move it.
///
/// @param median the middle one, or the mean of the two in the middle
public record Summary(double min, double median, double max) {
  /// @throws IllegalArgumentException for no values or one that is not finite
  public static Summary of(double... values) {
    if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a summary takes at least one value and finite ones only, not "
              + Arrays.toString(values));
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int upper = sorted.length / 2;
    int lower = (sorted.length - 1) / 2;
    double median = sorted[lower] + (sorted[upper] - sorted[lower]) / 2;
    return new Summary(sorted[0], median, sorted[sorted.length - 1]);
  }
}
