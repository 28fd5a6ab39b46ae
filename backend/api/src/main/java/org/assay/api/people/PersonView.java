package org.assay.api.people;

import java.util.List;

/// Somebody with a role in Assay.
///
/// @param subject the unique user name
/// @param name the name to show
/// @param roles the roles in Assay, in alphabetical order
/// @param enabled whether they can sign in
/// @param service whether it is an application, not a person
public record PersonView(
    String subject, String name, List<String> roles, boolean enabled, boolean service) {
  public PersonView {
    roles = List.copyOf(roles);
  }
}
