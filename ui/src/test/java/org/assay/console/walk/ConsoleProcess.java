package org.assay.console.walk;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The packaged console as its own process, as it is run.
final class ConsoleProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final Process process;
  private final URI address;

  private ConsoleProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static ConsoleProcess start(Map<String, String> environment) throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var log = Path.of("target", "console.log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "-Xmx256m", "-jar", "target/quarkus-app/quarkus-run.jar");
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var console = new ConsoleProcess(builder.start(), URI.create("http://localhost:" + port + "/"));
    console.await(log);
    return console;
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void await(Path log) throws IOException {
    var limit = Instant.now().plus(LONGEST_START);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        close();
        throw new IllegalStateException("the console did not start:\n" + Files.readString(log));
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private boolean isReady() {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
