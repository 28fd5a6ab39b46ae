package org.assay.api.policies;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// The policy packs in force.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface PoliciesApi {
  @GET
  @Path("/policies")
  List<PolicyPackView> list();
}
