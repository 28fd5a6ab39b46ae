package org.assay.attestation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Under what conditions a release may be used.
///
/// @param consumers the subjects that may call it; empty means nobody, [#EVERY_CONSUMER] in it
///     means every caller with the role of a consumer
/// @param purposes the purposes it was approved for; empty means none
/// @param expiresAt from this moment on it is refused; null means no end was set
/// @param ratePerMinute requests per minute and consumer, at least 1; null means no limit was set
public record Conditions(
    List<String> consumers,
    List<String> purposes,
    @Nullable Instant expiresAt,
    @Nullable Integer ratePerMinute) {

  /// In `consumers`: whoever has the role of a consumer may call. That everybody may call is
  /// said, never left out: a list that got lost closes the release and does not open it.
  public static final String EVERY_CONSUMER = "*";

  public Conditions {
    consumers = List.copyOf(consumers);
    purposes = List.copyOf(purposes);
    if (ratePerMinute != null && ratePerMinute < 1) {
      throw new IllegalArgumentException(
          "a rate is at least 1 request per minute, not " + ratePerMinute);
    }
  }

  /// Whether a caller with the role of a consumer may call under this subject.
  public boolean allowsConsumer(String subject) {
    return consumers.contains(EVERY_CONSUMER) || consumers.contains(subject);
  }
}
