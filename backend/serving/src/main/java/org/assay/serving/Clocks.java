package org.assay.serving;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The time of day, for what was signed with dates, and a clock that only goes forward, for how
/// long something took.
///
/// @param nanos as [System#nanoTime]
public record Clocks(InstantSource day, LongSupplier nanos) {
  /// Time since a reading of [#nanos].
  public Duration since(long reading) {
    return Duration.ofNanos(nanos.getAsLong() - reading);
  }
}
