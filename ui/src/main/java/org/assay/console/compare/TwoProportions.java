package org.assay.console.compare;

/// The two-proportion z test with the pooled share: whether two rates differ by more than chance
/// would explain, were the two samples independent. On the same rows, as two versions are usually
/// audited, it errs on the side of "noise".
///
/// @param z the difference in standard errors
/// @param p how often chance alone gives a difference at least as large, in either direction
record TwoProportions(double z, double p) {
  /// Fewer hits or misses than this, and the normal curve is no fair picture of the counts.
  private static final int LEAST = 5;

  /// @param hitsA of `totalA`
  /// @param hitsB of `totalB`
  static TwoProportions of(long hitsA, long totalA, long hitsB, long totalB) {
    var pooled = (double) (hitsA + hitsB) / (totalA + totalB);
    var error = Math.sqrt(pooled * (1 - pooled) * (1.0 / totalA + 1.0 / totalB));
    var difference = (double) hitsB / totalB - (double) hitsA / totalA;
    if (error == 0) {
      return new TwoProportions(0, 1);
    }
    var z = difference / error;
    return new TwoProportions(z, 2 * upperTail(Math.abs(z)));
  }

  /// Whether the counts are large enough for the test.
  static boolean applies(long hits, long total) {
    return total > 0 && hits >= LEAST && total - hits >= LEAST;
  }

  /// The share of the standard normal curve above z, by Abramowitz and Stegun 26.2.17; off by less
  /// than 7.5e-8.
  static double upperTail(double z) {
    var t = 1 / (1 + 0.2316419 * z);
    var polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
  }
}
