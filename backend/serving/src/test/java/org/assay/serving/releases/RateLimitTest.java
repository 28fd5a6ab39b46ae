package org.assay.serving.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assay.serving.TestClock;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final TestClock clock = new TestClock();

  @Property(tries = 300)
  void noSixtySecondsHoldMoreThanTheRate(
      @ForAll @IntRange(min = 1, max = 5) int rate,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 30_000) Integer> pauses) {
    TestClock time = new TestClock();
    RateLimit limit = new RateLimit(rate, time.clocks().nanos());
    List<Long> passed = new ArrayList<>();
    for (int pause : pauses) {
      time.pass(Duration.ofMillis(pause));
      if (limit.take("a").isEmpty()) {
        passed.add(time.nanos());
      }
    }
    for (long end : passed) {
      long start = end - Duration.ofSeconds(60).toNanos();
      assertThat(passed.stream().filter(t -> t > start && t <= end).count())
          .isLessThanOrEqualTo(rate);
    }
  }

  @Test
  void afterTheWaitThatWasNamedARequestPasses() {
    RateLimit limit = new RateLimit(2, clock.clocks().nanos());
    assertThat(limit.take("a")).isEmpty();
    clock.pass(Duration.ofSeconds(10));
    assertThat(limit.take("a")).isEmpty();
    Duration wait = limit.take("a").orElseThrow();
    clock.pass(wait.minusSeconds(1));
    assertThat(limit.take("a")).isPresent();
    clock.pass(Duration.ofSeconds(1));
    assertThat(limit.take("a")).isEmpty();
    assertThat(limit.take("a")).isPresent();
  }

  @Test
  void oneCallerDoesNotUseUpAnothersMinute() {
    RateLimit limit = new RateLimit(1, clock.clocks().nanos());
    assertThat(limit.take("a")).isEmpty();
    assertThat(limit.take("a")).isPresent();
    assertThat(limit.take("b")).isEmpty();
  }

  @Test
  void aLongPauseEmptiesTheMinute() {
    RateLimit limit = new RateLimit(1, clock.clocks().nanos());
    assertThat(limit.take("a")).isEmpty();
    clock.pass(Duration.ofDays(300));
    assertThat(limit.take("a")).isEmpty();
  }
}
