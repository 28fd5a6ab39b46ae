package org.assay.api.releases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.assay.api.Answers;
import org.assay.api.Page;
import org.jspecify.annotations.Nullable;

/// Releases: sign, hand out, revoke.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ReleasesApi {
  /// Signs an approved version and makes it live. A live release of the same model is superseded
  /// by it and revoked in the same act. Role: admin.
  @Answers(201)
  @POST
  @Path("/models/{name}/versions/{number}/releases")
  ReleaseView release(
      @PathParam("name") String name,
      @PathParam("number") int number,
      @Valid @NotNull NewRelease release);

  /// Releases, the newest first.
  @GET
  @Path("/releases")
  Page<ReleaseView> list(
      @QueryParam("state") @Nullable ReleaseState state,
      @QueryParam("model") @Nullable String model,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);

  @GET
  @Path("/releases/{id}")
  ReleaseView get(@PathParam("id") UUID id);

  /// Stops the release for good; serving answers no more within 5 seconds. Role: admin.
  @POST
  @Path("/releases/{id}/revocation")
  ReleaseView revoke(@PathParam("id") UUID id, @Valid @NotNull Revocation revocation);

  /// Stops the release for now; serving answers no more within 5 seconds. Role: admin.
  @POST
  @Path("/releases/{id}/suspension")
  ReleaseView suspend(@PathParam("id") UUID id, @Valid @NotNull Suspension suspension);

  /// Lets a suspended release answer again, as it was signed, until it ends. Role: admin.
  @POST
  @Path("/releases/{id}/resumption")
  ReleaseView resume(@PathParam("id") UUID id, @Valid @NotNull Resumption resumption);

  /// The signed bundle as JSON. Roles: serving, admin, auditor.
  @GET
  @Path("/releases/{id}/bundle")
  String bundle(@PathParam("id") UUID id);

  /// The exact bytes of one file. Role: serving.
  @GET
  @Path("/releases/{id}/files/{file}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  InputStream file(@PathParam("id") UUID id, @PathParam("file") String file);

  /// What may answer now. Role: serving.
  @GET
  @Path("/releases/feed")
  ReleaseFeed feed();
}
