package org.assay.serving.engine;

import java.time.Duration;

/// The moment by which a request is answered or given up.
///
/// @param nanos a reading of [System#nanoTime]
/// @param limit the time that was given, for messages
public record Deadline(long nanos, Duration limit) {
  public static Deadline after(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos(), limit);
  }

  /// This one, or the same start with less time.
  public Deadline atMost(Duration shorter) {
    return shorter.compareTo(limit) >= 0
        ? this
        : new Deadline(nanos - limit.minus(shorter).toNanos(), shorter);
  }

  /// Nanoseconds left; negative when it has passed.
  public long left() {
    return nanos - System.nanoTime();
  }
}
