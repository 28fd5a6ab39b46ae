package org.assay.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Times loads in rounds: in each round every load has its turn, so that whatever else the machine
/// does meets all of them alike.
final class Rounds {
  private final int warmUps;
  private final int rounds;
  private final long leastNanos;
  private final LongSupplier clock;
  private double checksum;

  /// @param warmUps rounds that are thrown away
  /// @param rounds rounds that count, at least 1
  /// @param least how long a load is repeated within a round, at least
  /// @param clock nanoseconds that only grow
  Rounds(int warmUps, int rounds, Duration least, LongSupplier clock) {
    if (rounds < 1 || warmUps < 0) {
      throw new IllegalArgumentException(
          "measure at least 1 round after 0 or more to warm up, not %d after %d"
              .formatted(rounds, warmUps));
    }
    this.warmUps = warmUps;
    this.rounds = rounds;
    this.leastNanos = least.toNanos();
    this.clock = clock;
  }

  /// Measures all of them; the first is the limit that the others are compared with.
  List<Measured> measure(List<Load> loads) {
    for (int round = 0; round < warmUps; round++) {
      loads.forEach(this::secondsForOne);
    }
    double[][] seconds = new double[loads.size()][rounds];
    double[][] ratios = new double[loads.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < loads.size(); i++) {
        seconds[i][round] = secondsForOne(loads.get(i));
        ratios[i][round] = seconds[i][round] / seconds[0][round];
      }
    }
    List<Measured> measured = new ArrayList<>();
    for (int i = 0; i < loads.size(); i++) {
      measured.add(new Measured(loads.get(i), seconds[i], ratios[i]));
    }
    return measured;
  }

  /// Depends on everything that was computed, and is worth nothing by itself.
  double checksum() {
    return checksum;
  }

  private double secondsForOne(Load load) {
    long start = clock.getAsLong();
    long runs = 0;
    long taken;
    do {
      checksum += load.work().run();
      runs++;
      taken = clock.getAsLong() - start;
    } while (taken < leastNanos);
    return taken / 1e9 / runs / load.units();
  }
}
