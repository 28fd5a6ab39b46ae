package org.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private long now;
  private final List<String> order = new ArrayList<>();

  @Test
  void aLoadThatTakesTwiceAsLongHasTheRatioTwo() {
    List<Measured> measured =
        rounds(0, 3, Duration.ZERO)
            .measure(List.of(load("limit", 10, 100_000), load("ours", 10, 200_000)));
    assertThat(measured.get(0).secondsForOne()).isEqualTo(Summary.of(1e-5));
    assertThat(measured.get(1).timesTheLimit()).isEqualTo(Summary.of(2));
    assertThat(measured.get(1).unitsASecond().median()).isCloseTo(50_000, within(1e-6));
  }

  @Test
  void everyLoadHasItsTurnInEveryRound() {
    rounds(1, 2, Duration.ZERO).measure(List.of(load("a", 1, 1), load("b", 1, 1)));
    assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
  }

  @Test
  void aQuickLoadIsRepeatedUntilTheRoundIsLongEnough() {
    Measured measured =
        rounds(0, 1, Duration.ofNanos(10)).measure(List.of(load("a", 1, 3))).getFirst();
    assertThat(order).hasSize(4);
    assertThat(measured.secondsForOne().median()).isEqualTo(3e-9);
  }

  private Rounds rounds(int warmUps, int count, Duration least) {
    return new Rounds(warmUps, count, least, () -> now);
  }

  private Load load(String name, long units, long nanos) {
    return new Load(
        name,
        "row",
        units,
        () -> {
          order.add(name);
          now += nanos;
          return 0;
        });
  }
}
