package org.assay.fairness;

/// The hybrid score interval of a difference of two independent proportions: method 10 of R. G.
/// Newcombe, "Interval estimation for the difference between independent proportions", Statistics
/// in Medicine 17 (1998) 873-890.
final class NewcombeInterval {

  static final String METHOD = "newcombe";

  private NewcombeInterval() {}

  static Interval of(Proportion first, Proportion second, double level) {
    Bounds bounds = bounds(first, second, StandardNormal.critical(1 - level));
    return new Interval(bounds.low(), bounds.high(), level, METHOD);
  }

  /// Bounds of `first - second`, in [-1, 1].
  static Bounds bounds(Proportion first, Proportion second, double z) {
    Bounds one = WilsonInterval.bounds(first, z);
    Bounds two = WilsonInterval.bounds(second, z);
    double p = first.value();
    double q = second.value();
    double below = Math.hypot(p - one.low(), two.high() - q);
    double above = Math.hypot(one.high() - p, q - two.low());
    return new Bounds(Math.max(-1, p - q - below), Math.min(1, p - q + above));
  }
}
