package org.assay.server.identity;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.assay.api.people.PeopleApi;
import org.assay.api.people.PersonView;

@RolesAllowed({Role.ADMIN, Role.AUDITOR})
class PeopleEndpoint implements PeopleApi {
  private final People people;

  PeopleEndpoint(People people) {
    this.people = people;
  }

  @Override
  public List<PersonView> people() {
    return people.all();
  }
}
