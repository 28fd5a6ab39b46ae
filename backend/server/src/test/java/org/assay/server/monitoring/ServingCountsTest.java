package org.assay.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServingCountsTest {
  private static final UUID PROCESS = UUID.randomUUID();
  private static final UUID RELEASE = UUID.randomUUID();

  @Test
  void eachReleasesCountsAreReadWithTheirBuckets() throws NotCountsException {
    UUID other = UUID.randomUUID();
    String text =
        new Metrics(PROCESS)
            .answered(RELEASE, 0.05, 1.2, 1.3, 70_000)
            .unanswered(RELEASE, "refused", 5)
            .unanswered(RELEASE, "failed", 2)
            .unanswered(other, "refused", 1)
            .text();
    ServingCounts counts = ServingCounts.read(text);
    assertThat(counts.process()).isEqualTo(PROCESS);
    assertThat(counts.releases()).containsOnlyKeys(RELEASE, other);
    assertThat(counts.releases().get(RELEASE))
        .isEqualTo(new Counts(4, 5, 2, PercentileTest.buckets(0.05, 1.2, 1.3, 70_000)));
    assertThat(counts.releases().get(other)).isEqualTo(new Counts(0, 1, 0, Counts.NONE.buckets()));
  }

  @Test
  void whatDoesNotNameItsProcessIsRefused() {
    assertThatThrownBy(() -> ServingCounts.read("jvm_threads_live_threads 31.0\n"))
        .isInstanceOf(NotCountsException.class)
        .hasMessageContaining("does not name its process");
  }

  @Test
  void otherBucketsAreRefusedAndNotMistaken() {
    String text =
        new Metrics(PROCESS).answered(RELEASE, 1).text().replace("\"0.0047\"", "\"0.005\"");
    assertThatThrownBy(() -> ServingCounts.read(text))
        .isInstanceOf(NotCountsException.class)
        .hasMessageContaining("none ends at 4.7 ms");
  }

  @Test
  void countsOfOneProcessNeverFallSoAnOlderLookAddsNothing() {
    Counts earlier = new Counts(4, 5, 2, PercentileTest.buckets(1, 1, 1, 1));
    Counts later = new Counts(6, 5, 3, PercentileTest.buckets(1, 1, 1, 1, 20, 20));
    assertThat(later.since(earlier)).isEqualTo(new Counts(2, 0, 1, PercentileTest.buckets(20, 20)));
    assertThat(earlier.since(later).nothing()).isTrue();
    assertThat(Counts.buckets(later.bucketsText())).isEqualTo(later.buckets());
  }
}
