package org.assay.console.audit;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which events are looked for, as the address says it.
///
/// @param from the first day, in the reader's zone
/// @param to the last day, included
record AuditFilter(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String model,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  static AuditFilter read(QueryParameters query) {
    return new AuditFilter(
        text(query, "actor"),
        text(query, "action"),
        text(query, "model"),
        day(query, "from"),
        day(query, "to"));
  }

  QueryParameters address() {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "actor", actor);
    put(query, "action", action);
    put(query, "model", model);
    put(query, "from", from);
    put(query, "to", to);
    return QueryParameters.simple(query);
  }

  /// The beginning of the first day, as the API takes it.
  @Nullable String fromMoment(ZoneId zone) {
    return from == null ? null : from.atStartOfDay(zone).toInstant().toString();
  }

  /// The end of the last day, which is the beginning of the next, exclusive.
  @Nullable String toMoment(ZoneId zone) {
    return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant().toString();
  }

  private static @Nullable String text(QueryParameters query, String name) {
    Optional<String> given = query.getSingleParameter(name).map(String::strip);
    return given.filter(text -> !text.isEmpty()).orElse(null);
  }

  private static @Nullable LocalDate day(QueryParameters query, String name) {
    var text = text(query, name);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  private static void put(Map<String, String> query, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      query.put(name, value.toString());
    }
  }
}
