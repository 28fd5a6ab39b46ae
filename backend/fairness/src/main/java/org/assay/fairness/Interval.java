package org.assay.fairness;

/// A confidence interval, both ends included and finite.
///
/// @param level confidence level, strictly between 0 and 1
/// @param method how it was computed: `wilson`, `newcombe`, `koopman`, or one of the last two with
///     `-bonferroni` where it covers several comparisons at once
public record Interval(double low, double high, double level, String method) {

  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          "An interval needs finite ends in order, got %s to %s.".formatted(low, high));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "The level of an interval lies strictly between 0 and 1, got %s.".formatted(level));
    }
    if (method.isBlank()) {
      throw new IllegalArgumentException("An interval names its method.");
    }
  }

  /// Whether the value lies between the ends or on one.
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
