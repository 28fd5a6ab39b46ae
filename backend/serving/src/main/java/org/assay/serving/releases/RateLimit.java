package org.assay.serving.releases;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// At most so many requests of one caller in any minute, counted in seconds: never more than the
/// rate within 60 s, whatever their spacing.
final class RateLimit {
  private static final int SECONDS = 60;
  private static final int CALLERS = 10_000;

  private final int perMinute;
  private final LongSupplier nanos;
  private final Map<String, Minute> callers = new ConcurrentHashMap<>();

  RateLimit(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
  }

  /// Counts a request, or says how long its caller has to wait.
  Optional<Duration> take(String caller) {
    long second = Math.floorDiv(nanos.getAsLong(), 1_000_000_000L);
    if (callers.size() > CALLERS) {
      callers.values().removeIf(minute -> minute.idleSince(second));
    }
    return callers.computeIfAbsent(caller, name -> new Minute(second)).take(second, perMinute);
  }

  /// The last 60 seconds and the current one, one count each.
  private static final class Minute {
    private final int[] counts = new int[SECONDS + 1];
    private long newest;
    private int total;

    Minute(long second) {
      this.newest = second;
    }

    synchronized Optional<Duration> take(long second, int perMinute) {
      advance(second);
      if (total < perMinute) {
        counts[slot(newest)]++;
        total++;
        return Optional.empty();
      }
      long oldest = newest - SECONDS;
      while (counts[slot(oldest)] == 0) {
        oldest++;
      }
      return Optional.of(Duration.ofSeconds(oldest + SECONDS + 1 - newest));
    }

    private void advance(long second) {
      for (long passed = 0; newest < second && passed <= SECONDS; passed++) {
        newest++;
        total -= counts[slot(newest)];
        counts[slot(newest)] = 0;
      }
      newest = Math.max(newest, second);
    }

    synchronized boolean idleSince(long second) {
      return second - newest > SECONDS;
    }

    private static int slot(long second) {
      return (int) Math.floorMod(second, SECONDS + 1L);
    }
  }
}
