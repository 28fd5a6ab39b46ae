package org.assay.console.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The whole of Assay as `./assay up` starts it, on ports and in a folder of its own. Started by
/// the first test that needs it, ended with the JVM.
final class RunningAssay {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final List<String> PORTS =
      List.of(
          "ASSAY_CONSOLE_PORT",
          "ASSAY_API_PORT",
          "ASSAY_SERVING_PORT",
          "ASSAY_KEYCLOAK_PORT",
          "ASSAY_POSTGRES_PORT");
  private static final RunningAssay SHARED = start();

  private final Map<String, String> environment;

  private RunningAssay(Map<String, String> environment) {
    this.environment = environment;
  }

  static RunningAssay shared() {
    return SHARED;
  }

  URI console() {
    return at("ASSAY_CONSOLE_PORT");
  }

  URI serving() {
    return at("ASSAY_SERVING_PORT");
  }

  URI keycloak() {
    return at("ASSAY_KEYCLOAK_PORT");
  }

  /// What a script needs to find the parts.
  Map<String, String> environment() {
    return environment;
  }

  private URI at(String port) {
    return URI.create("http://localhost:" + environment.get(port));
  }

  private static RunningAssay start() {
    try {
      Path data = Path.of("target", "walk").toAbsolutePath();
      Files.createDirectories(data);
      Map<String, String> environment = new HashMap<>();
      environment.put("ASSAY_DATA", Files.createTempDirectory(data, "data").toString());
      PORTS.forEach(name -> environment.put(name, Integer.toString(freePort())));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> run(environment, "down")));
      if (run(environment, "up", "--detach", "--empty") != 0) {
        throw new IllegalStateException("Assay did not start:\n" + Files.readString(log("up")));
      }
      return new RunningAssay(environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path log(String command) {
    return Path.of("target", "walk-" + command + ".log");
  }

  private static int run(Map<String, String> environment, String... arguments) {
    Path devstack = ROOT.resolve("backend/devstack/target");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                devstack.resolve("classes") + ":" + devstack.resolve("lib") + "/*",
                "org.assay.devstack.Up"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log(arguments[0]).toFile());
    try {
      Process process = builder.start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
