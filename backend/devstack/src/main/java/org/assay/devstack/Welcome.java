package org.assay.devstack;

import java.util.Locale;
import java.util.StringJoiner;

/// What `up` prints when everything is ready: where things are and who can sign in.
record Welcome(Settings settings, DemoRealm realm) {

  String text(Stopwatch watch) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(String.format(Locale.ROOT, "Assay is up after %.0f s.", watch.seconds()));
    lines.add("");
    lines.add("  Console     " + Settings.local(settings.console()));
    lines.add("  API         " + Settings.local(settings.api()) + "/api/v1  (OpenAPI: /q/openapi)");
    lines.add("  Serving     " + Settings.local(settings.serving()) + "/v2");
    lines.add("  Keycloak    " + Settings.local(settings.keycloak()) + "  (realm assay)");
    lines.add("  PostgreSQL  " + new Database(settings.postgres(), Databases.MAIN).jdbcUrl());
    lines.add("");
    lines.add("Sign in, all with the password " + DemoRealm.PASSWORD + ":");
    for (DemoRealm.Person person : realm.people()) {
      lines.add(
          "  %-8s %-14s %s"
              .formatted(person.username(), person.name(), String.join(", ", person.roles())));
    }
    lines.add("");
    return lines.toString();
  }
}
