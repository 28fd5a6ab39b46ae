package org.assay.server.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.api.monitoring.LatencyBuckets;

/// How many requests a release answered, refused and failed.
///
/// @param buckets answers by how long they took, in the buckets of [LatencyBuckets]
record Counts(long answered, long refused, long failed, List<Long> buckets) {
  static final Counts NONE =
      new Counts(0, 0, 0, IntStream.range(0, LatencyBuckets.COUNT).mapToObj(i -> 0L).toList());

  Counts {
    buckets = List.copyOf(buckets);
    if (buckets.size() != LatencyBuckets.COUNT) {
      throw new IllegalArgumentException("not the buckets of the contract: " + buckets.size());
    }
  }

  /// What came since an earlier look at the same process. A count of one process never falls: a
  /// look that is older than the earlier one adds nothing.
  Counts since(Counts earlier) {
    return new Counts(
        grown(answered, earlier.answered),
        grown(refused, earlier.refused),
        grown(failed, earlier.failed),
        IntStream.range(0, buckets.size())
            .mapToObj(i -> grown(buckets.get(i), earlier.buckets.get(i)))
            .toList());
  }

  private static long grown(long now, long before) {
    return Math.max(0, now - before);
  }

  boolean nothing() {
    return answered == 0 && refused == 0 && failed == 0;
  }

  /// As PostgreSQL writes an array.
  String bucketsText() {
    return buckets.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  static List<Long> buckets(String text) {
    return Arrays.stream(text.replaceAll("[{}]", "").split(",", -1)).map(Long::valueOf).toList();
  }
}
