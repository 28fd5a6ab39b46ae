package org.assay.api.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.assay.api.Page;
import org.jspecify.annotations.Nullable;

/// The record, for auditors and administrators.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface AuditApi {
  /// Events, the newest first.
  ///
  /// @param from the first moment, inclusive, as ISO 8601 with a zone
  /// @param to the last moment, exclusive
  @GET
  @Path("/audit/events")
  Page<EventView> events(
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("model") @Nullable String model,
      @QueryParam("version") @Nullable Integer version,
      @QueryParam("subject") @Nullable String subjectId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);

  /// The events under a filter, the oldest first, as comma-separated values (RFC 4180, UTF-8) under
  /// a header line. One consistent state of the record; the export itself is an event.
  @GET
  @Path("/audit/export.csv")
  @Produces("text/csv")
  InputStream exportCsv(
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("model") @Nullable String model,
      @QueryParam("version") @Nullable Integer version,
      @QueryParam("subject") @Nullable String subjectId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to);

  /// As [#exportCsv], as one JSON array of events.
  @GET
  @Path("/audit/export.json")
  InputStream exportJson(
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("model") @Nullable String model,
      @QueryParam("version") @Nullable Integer version,
      @QueryParam("subject") @Nullable String subjectId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to);

  @GET
  @Path("/audit/events/{id}")
  EventView event(@PathParam("id") long id);
}
