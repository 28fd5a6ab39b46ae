package org.assay.console.parts;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What belongs to an event, in one line.
public final class EventDetails {
  private EventDetails() {}

  /// The entries in alphabetical order, `stage: SUBMITTED, reason: …`.
  public static String summary(Map<String, Object> body) {
    return new TreeMap<>(body)
        .entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
