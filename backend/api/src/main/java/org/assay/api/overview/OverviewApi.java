package org.assay.api.overview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.assay.api.Page;
import org.assay.api.models.Stage;
import org.jspecify.annotations.Nullable;

/// What stands where, over all models.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface OverviewApi {
  /// The figures of the first page, for the caller.
  @GET
  @Path("/overview")
  Overview overview();

  /// Versions of all models, the newest first.
  ///
  /// @param text found in the model's name, whatever the case; or the beginning of the digest, 6
  ///     digits at least; or a name and a number, such as `credit 3`
  /// @param gate `open` or `blocked`: the newest verdict of its gate
  /// @param findings only versions whose intake report has findings that block or warn
  @GET
  @Path("/versions")
  Page<VersionSummary> versions(
      @QueryParam("q") @Nullable String text,
      @QueryParam("stage") @Nullable Stage stage,
      @QueryParam("owner") @Nullable String owner,
      @QueryParam("gate") @Nullable String gate,
      @QueryParam("findings") @DefaultValue("false") boolean findings,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);
}
