package org.assay.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A real Keycloak with the realm `assay`, listening on this machine alone.
final class KeycloakServer implements AutoCloseable {

  /// The administrator of the demo's Keycloak itself; no account in Assay.
  static final String ADMIN = "admin";

  static final String ADMIN_PASSWORD = "demo-only-admin";

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Child child;
  private final int port;

  private KeycloakServer(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /// Starts Keycloak; its sessions and changes live in the place's `keycloak`.
  static KeycloakServer start(KeycloakHome home, Stack.Place place, Progress progress) {
    Path folder = place.folder().resolve("keycloak");
    Path log = place.logs().resolve("keycloak.log");
    int port = place.keycloakPort();
    try {
      Child child = Child.start(program(home.home(), home.database(folder), port, log, List.of()));
      progress.started(child);
      KeycloakServer server = new KeycloakServer(child, port);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare Keycloak's folder " + folder, e);
    }
  }

  static Program program(Path home, Path database, int port, Path log, List<String> more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                KeycloakHome.script(home),
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false",
                "--cache=local",
                "--db-url=jdbc:h2:file:"
                    + database.resolve("keycloakdb")
                    + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE"));
    command.addAll(more);
    return new Program(
        "keycloak", command, KeycloakHome.environment("-Xms96m -Xmx320m"), database, log, "TERM");
  }

  private void awaitReady() {
    try {
      child.await(LIMIT, Readiness.http(realm()));
    } catch (StackException e) {
      child.close();
      throw e;
    }
  }

  /// The issuer, as in tokens: `http://localhost:<port>/realms/assay`.
  URI realm() {
    return realm(port);
  }

  static URI realm(int port) {
    return URI.create("http://localhost:" + port + "/realms/assay");
  }

  @Override
  public void close() {
    child.close();
  }
}
