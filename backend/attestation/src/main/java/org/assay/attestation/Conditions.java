package org.assay.attestation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Under what conditions a release may be used.
///
/// @param consumers the clients that may call it; empty means nobody
/// @param purposes the purposes it was approved for; empty means none
/// @param expiresAt from this moment on it is refused; null means no end was set
/// @param ratePerMinute requests per minute and consumer, at least 1; null means no limit was set
public record Conditions(
    List<String> consumers,
    List<String> purposes,
    @Nullable Instant expiresAt,
    @Nullable Integer ratePerMinute) {
  public Conditions {
    consumers = List.copyOf(consumers);
    purposes = List.copyOf(purposes);
    if (ratePerMinute != null && ratePerMinute < 1) {
      throw new IllegalArgumentException(
          "a rate is at least 1 request per minute, not " + ratePerMinute);
    }
  }
}
