package org.assay.server.monitoring;

import java.util.List;
import org.assay.api.monitoring.LatencyBuckets;
import org.jspecify.annotations.Nullable;

/// Percentiles out of counts in buckets: within a bucket the answers are taken to lie evenly, so
/// the error is at most the bucket's width, about half of the value.
final class Percentile {
  private Percentile() {}

  /// The time in milliseconds within which this share of the answers came; absent without answers.
  /// What lies past the last edge is told as that edge.
  static @Nullable Double millis(List<Long> buckets, double share) {
    long total = buckets.stream().mapToLong(Long::longValue).sum();
    if (total == 0) {
      return null;
    }
    List<Double> edges = LatencyBuckets.EDGES_MILLIS;
    double rank = share * total;
    long below = 0;
    for (int i = 0; i < edges.size(); i++) {
      long here = buckets.get(i);
      if (here > 0 && below + here >= rank) {
        double low = i == 0 ? 0 : edges.get(i - 1);
        return low + (edges.get(i) - low) * (rank - below) / here;
      }
      below += here;
    }
    return edges.getLast();
  }
}
