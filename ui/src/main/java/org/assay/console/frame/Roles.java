package org.assay.console.frame;

import java.util.Set;

/// The roles that people have in Assay; Keycloak's own technical roles are not among them.
final class Roles {
  static final Set<String> KNOWN = Set.of("owner", "reviewer", "admin", "auditor", "consumer");

  private Roles() {}
}
