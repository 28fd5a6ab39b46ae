package org.assay.fairness;

/// The score interval of one proportion.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
/// (1927); method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872. No continuity
/// correction.
final class WilsonInterval {

  static final String METHOD = "wilson";

  private WilsonInterval() {}

  static Interval of(Proportion rate, double level) {
    Bounds bounds = bounds(rate, StandardNormal.critical(1 - level));
    return new Interval(bounds.low(), bounds.high(), level, METHOD);
  }

  /// Both ends lie in [0, 1] and enclose the observed rate, whatever the rounding.
  static Bounds bounds(Proportion rate, double z) {
    double n = rate.trials();
    double p = rate.value();
    double zz = z * z;
    double centre = p + zz / (2 * n);
    double reach = z * Math.sqrt((p * (1 - p) + zz / (4 * n)) / n);
    double scale = 1 + zz / n;
    double low = rate.successes() == 0 ? 0 : (centre - reach) / scale;
    double high = rate.successes() == rate.trials() ? 1 : (centre + reach) / scale;
    return new Bounds(Math.clamp(low, 0, p), Math.clamp(high, p, 1));
  }
}
