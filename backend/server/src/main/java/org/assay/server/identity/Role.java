package org.assay.server.identity;

import java.util.List;

/// The roles of the realm, as the token names them.
public final class Role {
  public static final String OWNER = "owner";
  public static final String REVIEWER = "reviewer";
  public static final String ADMIN = "admin";
  public static final String AUDITOR = "auditor";
  public static final String CONSUMER = "consumer";
  public static final String SERVING = "serving";

  static final List<String> ALL = List.of(OWNER, REVIEWER, ADMIN, AUDITOR, CONSUMER, SERVING);

  private Role() {}
}
