package org.assay.api.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// The people of the realm.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface PeopleApi {
  /// People and service accounts that have a role in Assay, by name, as Keycloak knows them now.
  /// Roles: admin, auditor.
  @GET
  @Path("/people")
  List<PersonView> people();
}
