package org.assay.serving;

import java.time.Duration;
import java.time.Instant;

/// Clocks that go on only when told.
public final class TestClock {
  private final Instant start = Instant.now();
  private long nanos;

  /// Both clocks, as the code under test takes them.
  public Clocks clocks() {
    return new Clocks(this::now, () -> nanos);
  }

  public Instant now() {
    return start.plusNanos(nanos);
  }

  public long nanos() {
    return nanos;
  }

  public void pass(Duration time) {
    nanos += time.toNanos();
  }
}
