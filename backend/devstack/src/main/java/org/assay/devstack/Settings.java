package org.assay.devstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one `assay up` lives and on which ports.
///
/// @param root the repository's folder
/// @param data what must survive a restart: `.assay` in the root, or what `ASSAY_DATA` names
/// @param cache what is prepared once
/// @param serverHeap Java heap of the server, as `-Xmx` takes it
/// @param console,api,serving,keycloak,postgres TCP ports
record Settings(
    Path root,
    Path data,
    CacheFolder cache,
    String serverHeap,
    int console,
    int api,
    int serving,
    int keycloak,
    int postgres) {

  /// One port of the stack: whose it is, its number and the variable that changes it.
  record Port(String owner, int number, String variable) {}

  /// Ports from the environment, with the demo's defaults.
  ///
  /// @throws StackException if a port is no number between 1 and 65535, or given twice
  static Settings of(Path root, Map<String, String> environment) {
    Settings settings =
        new Settings(
            root.toAbsolutePath().normalize(),
            data(root, environment),
            CacheFolder.of(environment),
            heap(environment),
            port(environment, "ASSAY_CONSOLE_PORT", 8080),
            port(environment, "ASSAY_API_PORT", 8081),
            port(environment, "ASSAY_SERVING_PORT", 8082),
            port(environment, "ASSAY_KEYCLOAK_PORT", 8180),
            port(environment, "ASSAY_POSTGRES_PORT", 5433));
    List<Port> ports = settings.ports();
    for (int i = 0; i < ports.size(); i++) {
      for (Port other : ports.subList(0, i)) {
        if (other.number() == ports.get(i).number()) {
          throw new StackException(
              "%s and %s are both %d: give each a port of its own"
                  .formatted(other.variable(), ports.get(i).variable(), other.number()));
        }
      }
    }
    return settings;
  }

  private static Path data(Path root, Map<String, String> environment) {
    String named = environment.getOrDefault("ASSAY_DATA", "");
    Path folder = named.isBlank() ? root.resolve(".assay") : Path.of(named);
    return folder.toAbsolutePath().normalize();
  }

  private static String heap(Map<String, String> environment) {
    String heap = environment.getOrDefault("ASSAY_SERVER_HEAP", "");
    if (heap.isBlank()) {
      return "384m";
    }
    if (!heap.matches("[1-9][0-9]{0,4}[mg]")) {
      throw new StackException(
          "ASSAY_SERVER_HEAP is \"" + heap + "\": give megabytes or gigabytes, such as 512m or 2g");
    }
    return heap;
  }

  private static int port(Map<String, String> environment, String variable, int otherwise) {
    @Nullable String text = environment.get(variable);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= 1 && number <= 65_535) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notAPort(variable, text, e);
    }
    throw notAPort(variable, text, null);
  }

  private static StackException notAPort(String variable, String text, @Nullable Throwable cause) {
    return new StackException(
        variable + " is \"" + text + "\": give a whole number from 1 to 65535", cause);
  }

  List<Port> ports() {
    return List.of(
        new Port("the console", console, "ASSAY_CONSOLE_PORT"),
        new Port("the API", api, "ASSAY_API_PORT"),
        new Port("serving", serving, "ASSAY_SERVING_PORT"),
        new Port("Keycloak", keycloak, "ASSAY_KEYCLOAK_PORT"),
        new Port("PostgreSQL", postgres, "ASSAY_POSTGRES_PORT"));
  }

  /// @throws StackException one sentence for each port somebody else listens on
  void requireFreePorts() {
    List<String> taken = new ArrayList<>();
    for (Port port : ports()) {
      if (!Ports.isFree(port.number())) {
        taken.add(
            "port %d for %s is already taken: free it, or set %s to another one"
                .formatted(port.number(), port.owner(), port.variable()));
      }
    }
    if (!taken.isEmpty()) {
      throw new StackException(String.join(System.lineSeparator(), taken));
    }
  }

  /// Everything this stack writes; not committed, safe to delete while the stack is down.
  Path logs() {
    return data().resolve("logs");
  }

  Path log(String name) {
    return logs().resolve(name + ".log");
  }

  Stack.Place place() {
    return new Stack.Place(cache, data(), logs(), postgres, keycloak);
  }

  URI realm() {
    return KeycloakServer.realm(keycloak);
  }

  static URI local(int port) {
    return URI.create("http://localhost:" + port);
  }
}
