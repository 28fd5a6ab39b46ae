package org.assay.api.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.assay.api.Page;
import org.jspecify.annotations.Nullable;

/// Long work: watch it, stop it.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public interface JobsApi {
  /// Jobs, the newest first.
  @GET
  @Path("/jobs")
  Page<JobView> list(
      @QueryParam("state") @Nullable JobState state,
      @QueryParam("subject") @Nullable String subjectId,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);

  @GET
  @Path("/jobs/{id}")
  JobView get(@PathParam("id") UUID id);

  /// Asks the job to stop. By who asked for it, or an administrator.
  @POST
  @Path("/jobs/{id}/cancellation")
  JobView cancel(@PathParam("id") UUID id);

  /// Starts a failed or cancelled job again. By who asked for it, or an administrator.
  @POST
  @Path("/jobs/{id}/retry")
  JobView retry(@PathParam("id") UUID id);
}
