package org.assay.api.monitoring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/// How released models and the parts of Assay do.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface MonitoringApi {
  /// The traffic of every release that had any, in steps of one minute, as serving counted it.
  ///
  /// @param minutes how far back, 5 to 1,440
  @GET
  @Path("/traffic")
  List<Traffic> traffic(@QueryParam("minutes") @DefaultValue("60") @Min(5) @Max(1_440) int minutes);

  /// The traffic of one release; no points while it had none.
  @GET
  @Path("/releases/{id}/traffic")
  Traffic trafficOf(
      @PathParam("id") UUID id,
      @QueryParam("minutes") @DefaultValue("60") @Min(5) @Max(1_440) int minutes);

  /// Whether the parts of Assay answer. Roles: admin, auditor.
  @GET
  @Path("/parts")
  List<PartView> parts();
}
