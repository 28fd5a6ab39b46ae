package org.assay.fairness;

/// The score interval of a ratio of two independent proportions.
///
/// P. A. R. Koopman, "Confidence intervals for the ratio of two binomial proportions", Biometrics
/// 40 (1984) 513-517, with the constrained estimate in the closed form of O. Miettinen and M.
/// Nurminen, Statistics in Medicine 4 (1985) 213-226. It needs no correction for empty cells.
final class KoopmanInterval {

  static final String METHOD = "koopman";

  private static final int HALVINGS = 200;

  private KoopmanInterval() {}

  /// @throws IllegalArgumentException where `second` has no successes: the ratio has no upper bound
  static Interval of(Proportion first, Proportion second, double level) {
    Bounds bounds = bounds(first, second, StandardNormal.critical(1 - level));
    return new Interval(bounds.low(), bounds.high(), level, METHOD);
  }

  /// Bounds of `first / second`: from 0 where `first` has no successes, to infinity where `second`
  /// has none.
  static Bounds bounds(Proportion first, Proportion second, double z) {
    double low = 1 / upper(second, first, z);
    double high = upper(first, second, z);
    if (second.successes() == 0) {
      return new Bounds(low, high);
    }
    double ratio = first.value() / second.value();
    return new Bounds(Math.min(low, ratio), Math.max(high, ratio));
  }

  private static double upper(Proportion first, Proportion second, double z) {
    if (second.successes() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double limit = z * z;
    double inside = first.value() / second.value();
    double outside = (double) (first.successes() + 1) / first.trials() / second.value();
    while (score(first, second, outside) < limit) {
      inside = outside;
      outside *= 2;
    }
    return crossing(first, second, limit, inside, outside);
  }

  private static double crossing(
      Proportion first, Proportion second, double limit, double inside, double outside) {
    for (int i = 0; i < HALVINGS; i++) {
      double middle = inside + (outside - inside) / 2;
      if (middle <= inside || middle >= outside) {
        break;
      }
      if (score(first, second, middle) < limit) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return outside;
  }

  /// The squared score statistic of the hypothesis `first = ratio * second`.
  private static double score(Proportion first, Proportion second, double ratio) {
    double distance = first.value() - ratio * second.value();
    if (distance == 0) {
      return 0;
    }
    double q = constrained(first, second, ratio);
    double p = Math.min(1, ratio * q);
    double variance = p * (1 - p) / first.trials() + ratio * ratio * q * (1 - q) / second.trials();
    return distance * distance / variance;
  }

  /// The most likely second proportion among those with `first = ratio * second`: the smaller root
  /// of a quadratic, written so that nothing cancels.
  private static double constrained(Proportion first, Proportion second, double ratio) {
    double a = ratio * (first.trials() + second.trials());
    double b = ratio * (first.trials() + second.successes()) + first.successes() + second.trials();
    double c = first.successes() + second.successes();
    double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
    return Math.min(1, 2 * c / (b + root));
  }
}
