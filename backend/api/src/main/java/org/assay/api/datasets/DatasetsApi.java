package org.assay.api.datasets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.Answers;
import org.assay.api.Page;
import org.assay.api.audit.EventView;
import org.jspecify.annotations.Nullable;

/// Datasets: upload, classify, grant, read masked.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface DatasetsApi {
  /// Begins a dataset; 409 when the name is taken. Role: owner.
  @Answers(201)
  @POST
  @Path("/datasets")
  DatasetView create(@Valid @NotNull NewDataset dataset);

  @GET
  @Path("/datasets")
  Page<DatasetView> list(
      @QueryParam("q") @Nullable String text,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);

  @GET
  @Path("/datasets/{id}")
  DatasetView get(@PathParam("id") UUID id);

  /// Stores the content, raw and streamed. The format is read from the bytes. May be repeated until
  /// the classification is confirmed.
  @PUT
  @Path("/datasets/{id}/content")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  DatasetView upload(@PathParam("id") UUID id, InputStream content);

  /// Confirms or corrects the classification; every column must be named.
  @PUT
  @Path("/datasets/{id}/classification")
  DatasetView classify(
      @PathParam("id") UUID id, @NotEmpty Map<@NotBlank String, @NotNull Sensitivity> columns);

  /// Asks for a grant for oneself.
  @Answers(201)
  @POST
  @Path("/datasets/{id}/grants")
  GrantView requestGrant(@PathParam("id") UUID id, @Valid @NotNull NewGrant grant);

  /// Grants of a dataset, the newest first.
  @GET
  @Path("/datasets/{id}/grants")
  List<GrantView> grants(@PathParam("id") UUID id);

  /// Approves or refuses. Only the dataset's owner, never the one who asked.
  @POST
  @Path("/grants/{id}/decision")
  GrantView decideGrant(@PathParam("id") UUID id, @Valid @NotNull GrantDecision decision);

  /// Ends a grant at once. The dataset's owner or the grantee.
  @POST
  @Path("/grants/{id}/revocation")
  @Consumes(MediaType.WILDCARD)
  GrantView revokeGrant(@PathParam("id") UUID id);

  /// Masked rows under a live grant for the purpose; 403 with the reason otherwise.
  @GET
  @Path("/datasets/{id}/rows")
  RowsView rows(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @NotBlank String purpose,
      @QueryParam("offset") @DefaultValue("0") @Min(0) @Max(1_000_000_000L) long offset,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit);

  /// Grants across datasets, the newest first.
  @GET
  @Path("/grants")
  Page<GrantView> allGrants(
      @QueryParam("scope") @DefaultValue("MINE") GrantScope scope,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);

  /// Who read the dataset, when, why and how much, the newest first. The dataset's owner, auditors
  /// and administrators.
  @GET
  @Path("/datasets/{id}/reads")
  Page<EventView> reads(
      @PathParam("id") UUID id,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);

  /// What masks do, shown on made-up values of each column's type: no row is read.
  ///
  /// @param masks for a column, the mask to try; a column left out gets the default of its
  ///     sensitivity
  @POST
  @Path("/datasets/{id}/mask-examples")
  List<MaskExample> maskExamples(
      @PathParam("id") UUID id, @NotNull Map<@NotBlank String, @NotNull Mask> masks);
}
