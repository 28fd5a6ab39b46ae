package org.assay.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Real PostgreSQL and Keycloak for tests: one pair per test JVM, on free ports, ended with the
// JVM, in a temporary folder
/// that goes with them. Each caller may have a database of its own, so test classes and modules do
// not see each other.
///
/// ```java
/// TestStack stack = TestStack.shared();
/// Map<String, String> config = stack.config(stack.newDatabase());   // for a
// QuarkusTestResourceLifecycleManager
/// String bearer = stack.tokens().person("olivia");
/// ```
///
/// Class loaders come and go in Quarkus tests; the stack's addresses are therefore kept in the
// JVM's system properties,
/// and whoever asks second finds the running stack by them.
public final class TestStack {

  private static final String FOLDER = "assay-test";
  private static final String STATE = "state.json";
  private static final String POSTGRES_PORT = "assay.teststack.postgres-port";
  private static final String SUPERUSER = "assay.teststack.superuser";
  private static final String KEYCLOAK_PORT = "assay.teststack.keycloak-port";
  private static final String DATABASES = "assay.teststack.databases";

  private final Superuser superuser;
  private final URI realm;

  private TestStack(Superuser superuser, URI realm) {
    this.superuser = superuser;
    this.realm = realm;
  }

  /// The stack of this JVM, started by the first call (some ten seconds; a minute more the first
  // time on a machine).
  ///
  /// @throws StackException if it does not come up; the message ends with the log of the part that
  // failed
  public static TestStack shared() {
    synchronized (Runtime.getRuntime()) {
      if (System.getProperty(POSTGRES_PORT) == null) {
        start();
      }
      return new TestStack(
          new Superuser(Integer.getInteger(POSTGRES_PORT), property(SUPERUSER)),
          KeycloakServer.realm(Integer.getInteger(KEYCLOAK_PORT)));
    }
  }

  private static void start() {
    try {
      endLeftOvers();
      Path folder = Files.createTempDirectory(FOLDER);
      Parts parts = new Parts(folder.resolve(STATE));
      rehearseEnd();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(parts, folder)));
      Stack.Place place =
          new Stack.Place(
              CacheFolder.of(System.getenv()), folder, folder, Ports.free(), Ports.free());
      Stack stack = Stack.start(place, PostgresServer.Durability.LOST, new Adding(parts));
      System.setProperty(SUPERUSER, stack.superuser().password());
      System.setProperty(KEYCLOAK_PORT, Integer.toString(place.keycloakPort()));
      System.setProperty(DATABASES, "0");
      System.setProperty(POSTGRES_PORT, Integer.toString(place.postgresPort()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  /// Remembers what is started and prints what happens.
  private record Adding(Parts parts) implements Progress {
    @Override
    public void say(String line) {
      System.out.println(line);
    }

    @Override
    public void started(Child child) {
      parts.add(child);
    }
  }

  /// A test JVM that was killed could not end its stack: the next one does.
  private static void endLeftOvers() throws IOException {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), FOLDER + "*")) {
      for (Path folder : folders) {
        Optional<RunState> state = RunState.read(folder.resolve(STATE));
        if (state.isPresent() && !state.get().up()) {
          Parts.end(state.get().parts());
          CacheFolder.delete(folder);
        }
      }
    }
  }

  /// Loads the classes the end needs: when the JVM ends, the class loader of a Quarkus test is
  // closed already.
  private static void rehearseEnd() throws IOException {
    Path folder = Files.createTempDirectory(FOLDER);
    Parts parts = new Parts(folder.resolve(STATE));
    Program program =
        new Program("rehearsal", List.of("cat"), Map.of(), folder, folder.resolve("log"), "INT");
    parts.add(Child.start(program));
    end(parts, folder);
  }

  private static void end(Parts parts, Path folder) {
    parts.end();
    try {
      CacheFolder.delete(folder);
    } catch (IOException e) {
      System.err.println("cannot delete " + folder + ": " + e.getMessage());
    }
  }

  /// A new database, migrated and empty, for this caller alone.
  public Database newDatabase() {
    synchronized (Runtime.getRuntime()) {
      int number = Integer.getInteger(DATABASES) + 1;
      System.setProperty(DATABASES, Integer.toString(number));
      return new Databases(superuser).copy("assay_test_" + number);
    }
  }

  /// The issuer, `http://localhost:<port>/realms/assay`.
  public URI realm() {
    return realm;
  }

  /// Real tokens of this realm.
  public Tokens tokens() {
    return new Tokens(realm);
  }

  /// What a Quarkus application needs to use this stack, by the names of Quarkus: the data source
  // as `assay_app`, the
  /// issuer; and the secret with which the server reads who is who. And for tests:
  // `assay.test.migrator.username` and `.password`,
  // `assay.test.client.<id>.secret` for each
  /// confidential client.
  public Map<String, String> config(Database database) {
    DemoRealm demo = DemoRealm.read();
    Map<String, String> config = new TreeMap<>();
    config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
    config.put("quarkus.datasource.username", Database.APP_USER);
    config.put("quarkus.datasource.password", Database.APP_PASSWORD);
    config.put("quarkus.oidc.auth-server-url", realm.toString());
    config.put("assay.test.migrator.username", Database.MIGRATOR_USER);
    config.put("assay.test.migrator.password", Database.MIGRATOR_PASSWORD);
    config.put("assay.people.secret", demo.secret("assay-server"));
    for (String client :
        new String[] {"assay-console", "assay-app", "assay-serving", "assay-server"}) {
      config.put("assay.test.client." + client + ".secret", demo.secret(client));
    }
    return config;
  }

  private static String property(String name) {
    @Nullable String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set although the test stack runs");
    }
    return value;
  }
}
