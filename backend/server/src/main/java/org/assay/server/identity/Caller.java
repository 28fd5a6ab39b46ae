package org.assay.server.identity;

import java.util.Set;

/// Who acts: a person or a service, from a verified token, or the server itself in a job.
///
/// @param subject the user name, unique in the realm and never changed there
/// @param name the name to show
/// @param roles what the token says
public record Caller(String subject, String name, Set<String> roles) {
  public Caller {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("a caller has a subject");
    }
    roles = Set.copyOf(roles);
  }

  /// The server acting in a job.
  public static Caller system(String part) {
    return new Caller("system:" + part, part, Set.of());
  }

  public boolean is(String role) {
    return roles.contains(role);
  }
}
