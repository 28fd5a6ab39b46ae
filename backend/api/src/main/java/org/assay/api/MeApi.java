package org.assay.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Who am I, in Assay's eyes.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface MeApi {
  @GET
  @Path("/me")
  Me me();
}
