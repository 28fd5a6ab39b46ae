package org.assay.server.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.assay.api.Page;
import org.assay.api.audit.AuditApi;
import org.assay.api.audit.EventView;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.jspecify.annotations.Nullable;

@RolesAllowed({Role.AUDITOR, Role.ADMIN})
class AuditEndpoint implements AuditApi {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Events events;
  private final Exports exports;
  private final CurrentCaller caller;
  private final RoutingContext http;

  AuditEndpoint(Events events, Exports exports, CurrentCaller caller, RoutingContext http) {
    this.events = events;
    this.exports = exports;
    this.caller = caller;
    this.http = http;
  }

  @Override
  public Page<EventView> events(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String model,
      @Nullable Integer version,
      @Nullable String subjectId,
      @Nullable String from,
      @Nullable String to,
      int page,
      int size) {
    EventFilter filter = EventFilter.of(actor, action, model, version, subjectId, from, to);
    return events.page(filter, page, size, caller.get());
  }

  @Override
  public EventView event(long id) {
    return events.get(id, caller.get());
  }

  @Override
  public InputStream exportCsv(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String model,
      @Nullable Integer version,
      @Nullable String subjectId,
      @Nullable String from,
      @Nullable String to) {
    EventFilter filter = EventFilter.of(actor, action, model, version, subjectId, from, to);
    return export(filter, ExportFormat.CSV);
  }

  @Override
  public InputStream exportJson(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String model,
      @Nullable Integer version,
      @Nullable String subjectId,
      @Nullable String from,
      @Nullable String to) {
    EventFilter filter = EventFilter.of(actor, action, model, version, subjectId, from, to);
    return export(filter, ExportFormat.JSON);
  }

  private InputStream export(EventFilter filter, ExportFormat format) {
    InputStream content = exports.open(filter, format, caller.get());
    String name =
        "%s-%s.%s".formatted(Exports.PREFIX, STAMP.format(Instant.now()), format.extension());
    http.response()
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return content;
  }
}
