package org.assay.fairness;

import java.util.List;
import java.util.function.UnaryOperator;

/// Intervals for the widest gap, and the smallest ratio, among several groups.
///
/// The extreme groups were picked because they are extreme, so an interval of that pair alone
/// claims too much. Here every pair gets an interval at the Bonferroni level, 1 - (1 - level) /
/// pairs, and the widest gap lies between the largest lower end and the largest upper end of the
/// pairs' absolute differences (the ratio likewise): at least the stated coverage, as far as the
/// pairwise intervals hold theirs, and wider than necessary with many groups. With one pair it is
/// that pair's interval.
final class ExtremesInterval {

  private static final String SEVERAL = "-bonferroni";

  /// Bounds of a comparison of two proportions at a critical value.
  private interface PairBounds {
    Bounds of(Proportion first, Proportion second, double z);
  }

  private ExtremesInterval() {}

  /// Interval of the largest absolute difference within any family, of Newcombe's kind.
  ///
  /// @param families rates over the groups; pairs are taken within a family
  static Interval ofGap(List<Comparison.Ready> families, double level) {
    Bounds bounds = new Bounds(0, 0);
    double z = critical(families, level);
    for (Comparison.Ready family : families) {
      Bounds widest =
          largest(family.proportions(), z, NewcombeInterval::bounds, Bounds::ofAbsolute);
      bounds =
          new Bounds(Math.max(bounds.low(), widest.low()), Math.max(bounds.high(), widest.high()));
    }
    return new Interval(
        bounds.low(), bounds.high(), level, method(NewcombeInterval.METHOD, families));
  }

  /// Interval of the smallest ratio of two groups, in [0, 1], of Koopman's kind.
  static Interval ofRatio(Comparison.Ready family, double level) {
    List<Comparison.Ready> families = List.of(family);
    Bounds bounds =
        largest(
            family.proportions(),
            critical(families, level),
            KoopmanInterval::bounds,
            ratio -> mirrored(ratio.ofSmallerRatio()));
    Bounds ratio = mirrored(bounds);
    return new Interval(ratio.low(), ratio.high(), level, method(KoopmanInterval.METHOD, families));
  }

  private static Bounds mirrored(Bounds bounds) {
    return new Bounds(-bounds.high(), -bounds.low());
  }

  private static Bounds largest(
      List<Proportion> proportions, double z, PairBounds pair, UnaryOperator<Bounds> folded) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < proportions.size(); i++) {
      Interruption.check();
      for (int j = i + 1; j < proportions.size(); j++) {
        Bounds bounds = folded.apply(pair.of(proportions.get(i), proportions.get(j), z));
        low = Math.max(low, bounds.low());
        high = Math.max(high, bounds.high());
      }
    }
    return new Bounds(low, high);
  }

  private static double critical(List<Comparison.Ready> families, double level) {
    return StandardNormal.critical((1 - level) / pairs(families));
  }

  private static long pairs(List<Comparison.Ready> families) {
    return families.stream()
        .mapToLong(family -> family.proportions().size())
        .map(size -> size * (size - 1) / 2)
        .sum();
  }

  private static String method(String pairwise, List<Comparison.Ready> families) {
    return pairs(families) == 1 ? pairwise : pairwise + SEVERAL;
  }
}
