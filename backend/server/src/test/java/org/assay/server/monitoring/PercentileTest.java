package org.assay.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assay.api.monitoring.LatencyBuckets;
import org.junit.jupiter.api.Test;

class PercentileTest {
  @Test
  void withoutAnswersThereIsNone() {
    assertThat(Percentile.millis(Counts.NONE.buckets(), 0.5)).isNull();
  }

  @Test
  void withinABucketTheAnswersLieEvenly() {
    List<Long> buckets = buckets(1.2, 1.2, 1.2, 1.2);
    assertThat(Percentile.millis(buckets, 0.5)).isCloseTo(1.25, within(1e-9));
    assertThat(Percentile.millis(buckets, 1)).isCloseTo(1.5, within(1e-9));
    assertThat(Percentile.millis(buckets(0.05), 1)).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void whatIsSlowerThanTheLastEdgeIsToldAsTheLastEdge() {
    assertThat(Percentile.millis(buckets(90_000), 0.99)).isEqualTo(60_000);
  }

  @Test
  void theTellingIsNeverFurtherFromTheTruthThanTheBucketIsWide() {
    Random random = new Random(7);
    double[] times = random.doubles(5_000).map(x -> 0.2 * Math.pow(50_000, x)).sorted().toArray();
    for (double share : new double[] {0.5, 0.9, 0.99}) {
      double exact = times[(int) Math.ceil(share * times.length) - 1];
      assertThat(Percentile.millis(buckets(times), share)).isBetween(exact / 1.5, exact * 1.5);
    }
  }

  static List<Long> buckets(double... times) {
    Long[] counts = new Long[LatencyBuckets.COUNT];
    Arrays.fill(counts, 0L);
    for (double time : times) {
      int bucket = 0;
      while (bucket < LatencyBuckets.COUNT - 1 && time > LatencyBuckets.EDGES_MILLIS.get(bucket)) {
        bucket++;
      }
      counts[bucket]++;
    }
    return new ArrayList<>(List.of(counts));
  }
}
