package org.assay.api.models;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.assay.api.Answers;
import org.assay.api.Page;
import org.jspecify.annotations.Nullable;

/// Models: register, find, describe.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ModelsApi {
  /// Registers a model; 409 when the name is taken. Role: owner.
  @Answers(201)
  @POST
  @Path("/models")
  ModelView register(@Valid @NotNull NewModel model);

  /// Models, sorted; equal ones by name.
  ///
  /// @param text found in name or purpose, whatever the case
  @GET
  @Path("/models")
  Page<ModelView> list(
      @QueryParam("q") @Nullable String text,
      @QueryParam("tier") @Nullable RiskTier tier,
      @QueryParam("stage") @Nullable Stage stage,
      @QueryParam("owner") @Nullable String owner,
      @QueryParam("sort") @DefaultValue("NAME") ModelSort sort,
      @QueryParam("descending") @DefaultValue("false") boolean descending,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);

  @GET
  @Path("/models/{name}")
  ModelView get(@PathParam("name") String name);

  /// Changes purpose and tier. Role: owner, and only the model's own.
  @PUT
  @Path("/models/{name}")
  ModelView change(@PathParam("name") String name, @Valid @NotNull ModelChange change);
}
