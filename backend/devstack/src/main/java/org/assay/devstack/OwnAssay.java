package org.assay.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The whole of Assay as `./assay up` starts it, empty, on free ports and with data of its own: for
/// walks through all of it that must not meet the one that people use. It ends with the JVM.
public final class OwnAssay {

  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final String CONSOLE = "ASSAY_CONSOLE_PORT";
  private static final String API = "ASSAY_API_PORT";
  private static final String SERVING = "ASSAY_SERVING_PORT";
  private static final String KEYCLOAK = "ASSAY_KEYCLOAK_PORT";
  private static final String POSTGRES = "ASSAY_POSTGRES_PORT";
  private static final String DATA = "ASSAY_DATA";

  private final Map<String, String> environment;

  private OwnAssay(Map<String, String> environment) {
    this.environment = environment;
  }

  /// @param root the repository's folder, built
  /// @param folder for data and logs; the data stay there for whoever wants to look
  /// @param settings further variables that `./assay up` reads
  /// @throws StackException if it does not come up, with what its start said
  public static OwnAssay start(Path root, Path folder, Map<String, String> settings) {
    try {
      Files.createDirectories(folder);
      Map<String, String> environment = new TreeMap<>(settings);
      environment.put(DATA, Files.createTempDirectory(folder.toAbsolutePath(), "data").toString());
      for (String port : List.of(CONSOLE, API, SERVING, KEYCLOAK, POSTGRES)) {
        environment.put(port, Integer.toString(Ports.free()));
      }
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> launch(root, folder, environment, "down")));
      if (launch(root, folder, environment, "up", "--detach", "--empty") != 0) {
        throw new StackException(
            "Assay did not start:\n" + Files.readString(folder.resolve("up.log")));
      }
      return new OwnAssay(environment);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + folder, e);
    }
  }

  private static int launch(
      Path root, Path folder, Map<String, String> environment, String... arguments) {
    Path built = root.resolve("backend/devstack/target");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                Up.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(arguments[0] + ".log").toFile());
    try {
      Process process = builder.start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  public URI console() {
    return at(CONSOLE);
  }

  public URI api() {
    return at(API);
  }

  public URI serving() {
    return at(SERVING);
  }

  public URI keycloak() {
    return at(KEYCLOAK);
  }

  public URI realm() {
    return keycloak().resolve("/realms/assay");
  }

  /// The database the server uses.
  public Database database() {
    return new Database(port(POSTGRES), Databases.MAIN);
  }

  /// What a script needs to find the parts.
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /// The process of a part that runs, by the name it is started under, such as `console`.
  public ProcessHandle process(String part) {
    Path state = Path.of(environment.getOrDefault(DATA, "")).resolve(Up.STATE);
    return RunState.read(state).stream()
        .flatMap(run -> run.runningParts().stream())
        .filter(entry -> entry.name().equals(part))
        .flatMap(entry -> entry.running().stream())
        .findFirst()
        .orElseThrow(() -> new StackException("no part " + part + " runs"));
  }

  private URI at(String port) {
    return Settings.local(port(port));
  }

  private int port(String name) {
    return Integer.parseInt(environment.getOrDefault(name, "0"));
  }
}
