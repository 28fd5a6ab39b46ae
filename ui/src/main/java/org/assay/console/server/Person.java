package org.assay.console.server;

import java.util.Set;

/// Who is signed in.
///
/// @param subject the unique user name, as owners and reviewers are named by the server
/// @param name the name to show
/// @param roles the roles in Assay
public record Person(String subject, String name, Set<String> roles) {
  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean is(String role) {
    return roles.contains(role);
  }

  /// Whether the person has any of the roles.
  public boolean isAny(String... wanted) {
    return Set.of(wanted).stream().anyMatch(roles::contains);
  }
}
