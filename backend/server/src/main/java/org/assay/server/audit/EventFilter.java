package org.assay.server.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Which events are asked for; what is null does not narrow.
///
/// @param withheld what is left out for this reader, whatever is asked for
record EventFilter(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String model,
    @Nullable Integer version,
    @Nullable String subjectId,
    @Nullable Instant from,
    @Nullable Instant to,
    List<Withheld> withheld) {
  EventFilter {
    withheld = List.copyOf(withheld);
  }

  EventFilter(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String model,
      @Nullable Integer version,
      @Nullable String subjectId,
      @Nullable Instant from,
      @Nullable Instant to) {
    this(actor, action, model, version, subjectId, from, to, List.of());
  }

  /// Events with one action on some things.
  record Withheld(String action, Set<String> subjects) {
    Withheld {
      subjects = Set.copyOf(subjects);
    }

    boolean covers(String eventAction, String subjectId) {
      return action.equals(eventAction) && subjects.contains(subjectId);
    }
  }

  /// The same, without these events.
  EventFilter without(List<Withheld> events) {
    return new EventFilter(actor, action, model, version, subjectId, from, to, events);
  }

  /// The filter that a request names.
  ///
  /// @param from ISO 8601 with a zone, inclusive
  /// @param to the same, exclusive
  /// @throws Refusal.Invalid when a moment cannot be read
  static EventFilter of(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String model,
      @Nullable Integer version,
      @Nullable String subjectId,
      @Nullable String from,
      @Nullable String to) {
    return new EventFilter(
        actor, action, model, version, subjectId, moment("from", from), moment("to", to));
  }

  /// The condition in HQL over the alias `e`.
  String where() {
    StringBuilder where = new StringBuilder("1 = 1");
    asked().keySet().stream()
        .sorted()
        .forEach(
            name ->
                where.append(
                    switch (name) {
                      case "from" -> " and e.at >= :from";
                      case "to" -> " and e.at < :to";
                      default -> " and e." + name + " = :" + name;
                    }));
    for (int i = 0; i < withheld.size(); i++) {
      where.append(
          " and not (e.action = :withheldAction%d and e.subjectId in (:withheldSubjects%d))"
              .formatted(i, i));
    }
    return where.toString();
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = asked();
    for (int i = 0; i < withheld.size(); i++) {
      parameters.put("withheldAction" + i, withheld.get(i).action());
      parameters.put("withheldSubjects" + i, withheld.get(i).subjects());
    }
    return parameters;
  }

  private Map<String, Object> asked() {
    Map<String, Object> parameters = new HashMap<>();
    put(parameters, "actor", actor);
    put(parameters, "action", action);
    put(parameters, "model", model);
    put(parameters, "version", version);
    put(parameters, "subjectId", subjectId);
    put(parameters, "from", from);
    put(parameters, "to", to);
    return parameters;
  }

  /// A moment as ISO 8601 with a zone.
  private static @Nullable Instant moment(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refusal.Invalid(
          Sentence.of("audit.no-time", field, text), Sentence.of("audit.no-time.remedy"));
    }
  }

  private static void put(Map<String, Object> into, String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      into.put(name, value);
    }
  }
}
