package org.assay.console.audit;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which events are looked for, as the address says it. Moments stand there in UTC, so that an
/// address means the same to a colleague in another zone.
///
/// @param from the first moment, included
/// @param to the last moment, excluded
record AuditFilter(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String model,
    @Nullable Integer version,
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to) {

  static final AuditFilter NONE = new AuditFilter(null, null, null, null, null, null, null);

  static AuditFilter read(QueryParameters query) {
    return new AuditFilter(
        text(query, "actor"),
        text(query, "action"),
        text(query, "model"),
        number(query, "version"),
        text(query, "subject"),
        moment(query, "from"),
        moment(query, "to"));
  }

  QueryParameters address() {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "actor", actor);
    put(query, "action", action);
    put(query, "model", model);
    put(query, "version", version);
    put(query, "subject", subject);
    put(query, "from", from);
    put(query, "to", to);
    return QueryParameters.simple(query);
  }

  /// As the API takes it.
  @Nullable String fromMoment() {
    return from == null ? null : from.toString();
  }

  @Nullable String toMoment() {
    return to == null ? null : to.toString();
  }

  private static @Nullable String text(QueryParameters query, String name) {
    Optional<String> given = query.getSingleParameter(name).map(String::strip);
    return given.filter(text -> !text.isEmpty()).orElse(null);
  }

  private static @Nullable Integer number(QueryParameters query, String name) {
    var text = text(query, name);
    return text == null || !text.matches("[1-9]\\d{0,8}") ? null : Integer.valueOf(text);
  }

  private static @Nullable Instant moment(QueryParameters query, String name) {
    var text = text(query, name);
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private static void put(Map<String, String> query, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      query.put(name, value.toString());
    }
  }
}
