package org.assay.fairness;

/// Ratios of two rates whose divisor may be zero.
final class Ratios {

  private Ratios() {}

  /// `first / second` with Koopman's interval.
  static Measure of(Proportion first, Proportion second, double level) {
    if (second.successes() == 0) {
      return withoutDenominator(first, second);
    }
    return new Measure.Defined(
        first.value() / second.value(),
        KoopmanInterval.of(first, second, level),
        first.trials() + second.trials());
  }

  static Measure withoutDenominator(Proportion first, Proportion second) {
    return new Measure.Undefined(
        "the ratio divides by a rate of 0: %d/%d over %d/%d"
            .formatted(first.successes(), first.trials(), second.successes(), second.trials()));
  }
}
