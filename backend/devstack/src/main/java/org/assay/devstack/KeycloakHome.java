package org.assay.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Keycloak unpacked, built for its H2 database and with our realm imported, all once: the slow
// part of its start.
///
/// @param home shared by all runs and only read
/// @param pristine an H2 database that holds the realm, to be copied by each run
/// @param realm the digest of the realm's JSON, to tell an outdated copy
record KeycloakHome(Path home, Path pristine, String realm) {

  private static final String REALM_FILE = "realm-assay.json";
  private static final String DATABASE_FILE = "keycloakdb.mv.db";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /// Prepares what the cache lacks; the first time takes about a minute and says so.
  static KeycloakHome prepared(CacheFolder cache, Progress progress) {
    String version = Versions.built().keycloak();
    Path home =
        cache.entry(
            "keycloak-" + version,
            folder -> {
              progress.say("preparing Keycloak " + version + ", once (about a minute)");
              unpack(distribution(version), folder);
              build(folder);
            });
    Path imported =
        cache.entry(
            realmEntry(version),
            folder -> {
              progress.say("importing the realm assay into Keycloak, once");
              importRealm(home, folder);
            });
    return new KeycloakHome(
        home, imported.resolve(DATABASE_FILE), digest(Resources.text(REALM_FILE)));
  }

  /// The cache's entry for the imported realm; another realm has another entry.
  static String realmEntry(String version) {
    return "keycloak-" + version + "-realm-" + digest(Resources.text(REALM_FILE));
  }

  /// A copy of the realm's database in `folder`, unless one of the same realm is there already.
  ///
  /// @return the folder of the database file
  Path database(Path folder) throws IOException {
    Path own = folder.resolve(realm);
    Path file = own.resolve(DATABASE_FILE);
    if (!Files.exists(file)) {
      CacheFolder.delete(folder);
      Files.createDirectories(own);
      Files.copy(pristine, file);
    }
    return own;
  }

  /// The zip that Maven put beside our classes: `target/keycloak` next to `target/classes` or the
  // jar.
  private static Path distribution(String version) {
    @Nullable CodeSource source = KeycloakHome.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new StackException("cannot tell where Assay's classes lie, nor Keycloak's zip");
    }
    try {
      URI place = source.getLocation().toURI();
      Path zip =
          Path.of(place)
              .resolveSibling("keycloak")
              .resolve("keycloak-quarkus-dist-" + version + ".zip");
      if (!Files.exists(zip)) {
        throw new StackException(zip + " is missing: build backend/devstack first (./assay build)");
      }
      return zip;
    } catch (URISyntaxException e) {
      throw new StackException("cannot tell where Assay's classes lie", e);
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path inside = Path.of(entry.getName());
        if (inside.getNameCount() < 2) {
          continue;
        }
        Path target = folder.resolve(inside.subpath(1, inside.getNameCount())).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("the entry " + entry.getName() + " leads out of its archive");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    }
    try (Stream<Path> scripts = Files.list(folder.resolve("bin"))) {
      scripts.filter(script -> script.toString().endsWith(".sh")).forEach(KeycloakHome::executable);
    }
  }

  private static void executable(Path script) {
    if (!script.toFile().setExecutable(true, false)) {
      throw new UncheckedIOException(new IOException("cannot make " + script + " executable"));
    }
  }

  private static void build(Path home) {
    Child.run(
        new Program(
            "keycloak build",
            List.of(script(home), "build", "--db=dev-file", "--health-enabled=false"),
            environment("-Xmx512m"),
            home,
            home.resolve("data/assay-build.log"),
            "TERM"),
        LIMIT);
  }

  private static void importRealm(Path home, Path folder) throws IOException {
    Path inbox = home.resolve("data/import");
    Files.createDirectories(inbox);
    Files.writeString(inbox.resolve(REALM_FILE), Resources.text(REALM_FILE));
    Program program =
        KeycloakServer.program(
            home, folder, Ports.free(), folder.resolve("import.log"), List.of("--import-realm"));
    try (Child child = Child.start(program)) {
      child.await(LIMIT, () -> imported(folder.resolve("import.log")));
    } finally {
      Files.deleteIfExists(inbox.resolve(REALM_FILE));
    }
  }

  private static boolean imported(Path log) {
    try {
      return Files.readString(log).contains("Listening on:");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String script(Path home) {
    return home.resolve("bin/kc.sh").toString();
  }

  /// What Keycloak's script needs from us: this JDK, and a modest heap.
  static Map<String, String> environment(String heap) {
    return Map.of(
        "JAVA_HOME",
        System.getProperty("java.home"),
        "JAVA_OPTS_KC_HEAP",
        heap,
        "JAVA_OPTS_APPEND",
        "-XX:TieredStopAtLevel=1",
        "KC_BOOTSTRAP_ADMIN_USERNAME",
        KeycloakServer.ADMIN,
        "KC_BOOTSTRAP_ADMIN_PASSWORD",
        KeycloakServer.ADMIN_PASSWORD);
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256")
              .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
