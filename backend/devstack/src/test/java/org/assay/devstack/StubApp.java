package org.assay.devstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/// Stands where the server, the console and serving stand: answers `/q/health/ready` on its port,
// or, where a file
/// called `refuse` lies in its working folder, says why not and ends.
final class StubApp {

  private StubApp() {}

  public static void main(String[] arguments) throws IOException {
    if (Files.exists(Path.of("refuse"))) {
      System.err.println("the stub refuses to start");
      System.exit(7);
    }
    int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
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
