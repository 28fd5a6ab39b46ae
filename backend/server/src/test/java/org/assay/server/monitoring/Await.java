package org.assay.server.monitoring;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, with a limit.
final class Await {
  private static final long PAUSE_NANOS = 100_000_000;

  private Await() {}

  static void until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("It did not come true within " + limit + ".");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
