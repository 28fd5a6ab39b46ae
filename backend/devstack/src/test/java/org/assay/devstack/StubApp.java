package org.assay.devstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// Stands where the server, the console, serving and Keycloak stand: answers `/q/health/ready` on
/// its port and what the launcher asks of a realm; or, where a file called `refuse` lies in its
/// working folder, says why not and ends.
final class StubApp {

  private StubApp() {}

  public static void main(String[] arguments) throws IOException {
    if (Files.exists(Path.of("refuse"))) {
      System.err.println("the stub refuses to start");
      System.exit(7);
    }
    HttpServer server = HttpServer.create(new InetSocketAddress(port(arguments)), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = realm(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private static String realm(String path) {
    return path.endsWith("/clients")
        ? "[{\"id\":\"console\",\"attributes\":{}}]"
        : "{\"access_token\":\"of a stub\"}";
  }

  /// Keycloak is told its port by an argument, our apps by the environment.
  private static int port(String[] arguments) {
    return Stream.of(arguments)
        .filter(argument -> argument.startsWith("--http-port="))
        .map(argument -> Integer.parseInt(argument.substring("--http-port=".length())))
        .findFirst()
        .orElseGet(() -> Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
  }

  /// Fills a cache with the stub as Keycloak, so that nothing real is prepared or started for it.
  static void installAsKeycloak(Path cache) throws IOException {
    String version = Versions.built().keycloak();
    Path script = cache.resolve("keycloak-" + version).resolve("bin/kc.sh");
    Files.createDirectories(script.getParent());
    Files.writeString(
        script,
        "#!/bin/sh\nexec \"$JAVA_HOME/bin/java\" -cp '%s' %s \"$@\"\n"
            .formatted(System.getProperty("java.class.path"), StubApp.class.getName()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path realm = cache.resolve(KeycloakHome.realmEntry(version));
    Files.createDirectories(realm);
    Files.createFile(realm.resolve("keycloakdb.mv.db"));
  }

  /// Writes the stub as `quarkus-run.jar` of each app below a repository's folder.
  static void install(Path root) throws IOException {
    for (String module : new String[] {"backend/server", "ui", "backend/serving"}) {
      Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
      Files.createDirectories(jar.getParent());
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubApp.class.getName());
      String file = StubApp.class.getName().replace('.', '/') + ".class";
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream packed = new JarOutputStream(out, manifest)) {
        packed.putNextEntry(new ZipEntry(file));
        packed.write(StubApp.class.getResourceAsStream("/" + file).readAllBytes());
        packed.closeEntry();
      }
    }
  }
}
