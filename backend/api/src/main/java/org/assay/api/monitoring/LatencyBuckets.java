package org.assay.api.monitoring;

import java.util.List;

/// The buckets in which serving counts how long its answers took: six to a decade, from 0.1 ms to
/// 60 s. Serving and the server must agree on them, or no percentile can be told.
public final class LatencyBuckets {
  /// The upper edge of each bucket but the last, which has none; in milliseconds.
  public static final List<Double> EDGES_MILLIS =
      List.of(
          0.1, 0.15, 0.22, 0.33, 0.47, 0.68, 1.0, 1.5, 2.2, 3.3, 4.7, 6.8, 10.0, 15.0, 22.0, 33.0,
          47.0, 68.0, 100.0, 150.0, 220.0, 330.0, 470.0, 680.0, 1_000.0, 1_500.0, 2_200.0, 3_300.0,
          4_700.0, 6_800.0, 10_000.0, 15_000.0, 22_000.0, 33_000.0, 47_000.0, 60_000.0);

  /// How many buckets there are, the last included.
  public static final int COUNT = EDGES_MILLIS.size() + 1;

  private LatencyBuckets() {}
}
