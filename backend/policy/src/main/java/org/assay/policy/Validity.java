package org.assay.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The days on which a pack applies, in UTC, both ends included; null is open.
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
  public Validity {
    if (from != null && until != null && until.isBefore(from)) {
      throw new IllegalArgumentException(
          "a pack valid from " + from + " cannot end on " + until + ", which is earlier");
    }
  }

  /// Whether the pack applies on every day.
  public boolean always() {
    return from == null && until == null;
  }

  /// Whether the pack applies at this moment.
  public boolean covers(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  @Override
  public String toString() {
    String start = from == null ? "" : "from " + from;
    String end = until == null ? "" : "until " + until;
    return (start + " " + end).strip();
  }
}
