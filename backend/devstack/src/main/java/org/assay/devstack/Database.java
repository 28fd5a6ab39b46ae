package org.assay.devstack;

import java.util.regex.Pattern;

/// The address of one database of the stack, and who may sign in to it. The passwords are for a
// demo on one machine.
///
/// @param port on 127.0.0.1
/// @param name lower-case letters, digits and `_`
public record Database(int port, String name) {

  /// The name the server signs in with: owns nothing.
  public static final String APP_USER = "assay_app";

  public static final String APP_PASSWORD = "demo-only-app";

  /// The name Flyway signs in with: becomes `assay_owner`.
  public static final String MIGRATOR_USER = "assay_migrator";

  public static final String MIGRATOR_PASSWORD = "demo-only-migrator";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public Database {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }
}
