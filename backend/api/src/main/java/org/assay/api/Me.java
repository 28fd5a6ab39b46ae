package org.assay.api;

import java.util.Set;

/// The person who calls.
///
/// @param subject the unique user name
/// @param name the name to show
/// @param roles the roles in Assay: owner, reviewer, admin, auditor, consumer, serving
public record Me(String subject, String name, Set<String> roles) {
  public Me {
    roles = Set.copyOf(roles);
  }
}
