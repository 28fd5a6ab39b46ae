package org.assay.serving.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.api.releases.ReleaseFeed;
import org.assay.serving.TestClock;
import org.junit.jupiter.api.Test;

class ContactTest {
  private final TestClock clock = new TestClock();
  private final Contact contact = new Contact(clock.clocks(), Duration.ofSeconds(8), 5);

  @Test
  void beforeTheFirstFeedNothingIsAnswered() {
    assertThat(contact.partition()).contains("no contact with the control plane since the start");
  }

  @Test
  void contactIsLostAfterTheLimitAndFoundAgain() {
    assertThat(hear(5, clock.now())).isEmpty();
    clock.pass(Duration.ofMillis(7999));
    assertThat(contact.partition()).isEmpty();
    clock.pass(Duration.ofMillis(1));
    assertThat(contact.partition().orElseThrow()).contains("for 8 s (limit 8 s)");
    assertThat(hear(5, clock.now())).isEmpty();
    assertThat(contact.partition()).isEmpty();
  }

  @Test
  void aSmallerEpochIsStaleAndNoContact() {
    assertThat(hear(6, clock.now())).isEmpty();
    clock.pass(Duration.ofSeconds(8));
    assertThat(hear(5, clock.now()).orElseThrow()).contains("smaller than 6");
    assertThat(contact.partition()).isPresent();
    assertThat(contact.epoch()).isEqualTo(6);
  }

  @Test
  void anEpochFromBeforeTheStartCounts() {
    assertThat(hear(4, clock.now()).orElseThrow()).contains("smaller than 5");
  }

  @Test
  void aFeedThatIsGivenAgainAgesFromItsFirstWriting() {
    Instant written = clock.now();
    assertThat(hear(5, written)).isEmpty();
    clock.pass(Duration.ofSeconds(7));
    assertThat(hear(5, written)).isEmpty();
    assertThat(contact.partition()).isEmpty();
    clock.pass(Duration.ofMillis(1100));
    assertThat(contact.partition()).isPresent();
    assertThat(hear(5, written).orElseThrow()).contains("it is stale");
  }

  @Test
  void aClockThatIsALittleSlowIsNoPartition() {
    Instant start = clock.now();
    for (int second = 0; second < 100_000; second++) {
      assertThat(hear(5, start.plusNanos(999_500_000L * second))).isEmpty();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(contact.partition()).isEmpty();
  }

  @Test
  void aFirstAnswerThatWasSlowIsNoPartitionLater() {
    long asked = clock.nanos();
    clock.pass(Duration.ofSeconds(7));
    assertThat(contact.hear(new ReleaseFeed(5, List.of(), clock.now()), asked)).isEmpty();
    clock.pass(Duration.ofSeconds(2));
    assertThat(hear(5, clock.now())).isEmpty();
    assertThat(contact.age()).contains(Duration.ZERO);
  }

  @Test
  void anOldFeedIsStaleByTheServersOwnClock() {
    Instant old = clock.now();
    clock.pass(Duration.ofSeconds(30));
    assertThat(hear(5, clock.now())).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    assertThat(hear(5, old).orElseThrow()).contains("it is stale");
  }

  private Optional<String> hear(long epoch, Instant at) {
    return contact.hear(new ReleaseFeed(epoch, List.of(), at), clock.nanos());
  }
}
