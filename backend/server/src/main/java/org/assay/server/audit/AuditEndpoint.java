package org.assay.server.audit;

import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import org.assay.api.Page;
import org.assay.api.audit.AuditApi;
import org.assay.api.audit.EventView;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.jspecify.annotations.Nullable;

@RolesAllowed({Role.AUDITOR, Role.ADMIN})
class AuditEndpoint implements AuditApi {
  private final Events events;
  private final CurrentCaller caller;

  AuditEndpoint(Events events, CurrentCaller caller) {
    this.events = events;
    this.caller = caller;
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
    EventFilter filter =
        new EventFilter(
            actor,
            action,
            model,
            version,
            subjectId,
            EventFilter.moment("from", from),
            EventFilter.moment("to", to));
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
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }
}
