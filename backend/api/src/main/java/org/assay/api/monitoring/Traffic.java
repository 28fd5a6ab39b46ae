package org.assay.api.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a release answered, minute by minute.
///
/// @param points the oldest first; minutes without a request may be left out
public record Traffic(UUID releaseId, String model, int version, List<Point> points) {
  public Traffic {
    points = List.copyOf(points);
  }

  /// One minute.
  ///
  /// @param at its beginning
  /// @param answered requests that got an inference
  /// @param refused requests that were wrong or not allowed
  /// @param failed requests that serving could not answer
  /// @param p50Millis half of the answers took at most this long; absent without answers
  /// @param p99Millis 99 of 100 answers took at most this long; absent without answers
  public record Point(
      Instant at,
      long answered,
      long refused,
      long failed,
      @Nullable Double p50Millis,
      @Nullable Double p99Millis) {}
}
