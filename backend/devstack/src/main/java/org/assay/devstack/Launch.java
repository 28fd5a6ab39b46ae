package org.assay.devstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Brings one stack up: PostgreSQL and Keycloak, Assay's own programs, the demo.
final class Launch {

  private static final Duration APP_LIMIT = Duration.ofMinutes(3);
  private static final Duration DEMO_LIMIT = Duration.ofMinutes(10);

  private final Settings settings;
  private final Parts parts;
  private final PrintStream out;

  Launch(Settings settings, Parts parts, PrintStream out) {
    this.settings = settings;
    this.parts = parts;
    this.out = out;
  }

  /// Starts PostgreSQL and Keycloak, then the apps, each when the one it waits for is ready.
  // Returns when all are ready.
  ///
  /// @throws StackException if a part does not come up; what was started is left to [Parts#end]
  void start(List<App> apps) {
    Stack.start(settings.place(), PostgresServer.Durability.KEPT, progress());
    new KeycloakAdmin(settings.realm()).consoleAt(Settings.local(settings.console()));
    folders();
    Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
    for (App app : apps) {
      CompletableFuture<?> before =
          app.predecessor()
              .map(
                  name ->
                      Optional.ofNullable(ready.get(name))
                          .orElseThrow(() -> new IllegalArgumentException("no app " + name)))
              .orElse(CompletableFuture.completedFuture(null));
      ready.put(app.name(), before.thenRunAsync(() -> start(app), Thread::startVirtualThread));
    }
    try {
      CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StackException cause ? cause : e;
    }
  }

  /// Loads the demo, once per data folder.
  void load(Program demo) {
    Path marker = settings.data().resolve("demo-loaded");
    if (Files.exists(marker)) {
      return;
    }
    say("loading the demo (its log: " + settings.root().relativize(demo.log()) + ")");
    Stopwatch watch = Stopwatch.start();
    Child loader = Child.start(demo);
    parts.add(loader);
    loader.awaitEnd(DEMO_LIMIT);
    try {
      Files.writeString(marker, "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + marker, e);
    }
    say("demo loaded" + watch);
  }

  private void start(App app) {
    Stopwatch watch = Stopwatch.start();
    Child child = Child.start(app.program());
    parts.add(child);
    child.await(APP_LIMIT, Readiness.http(app.readiness()));
    say(app.name() + " on port " + app.port() + watch);
  }

  private void folders() {
    try {
      Files.createDirectories(settings.data().resolve("files"));
      Files.createDirectories(settings.data().resolve("keys/public"));
      Files.createDirectories(settings.data().resolve("serving-cache"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folders in " + settings.data(), e);
    }
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void say(String line) {
        Launch.this.say(line);
      }

      @Override
      public void started(Child child) {
        parts.add(child);
      }
    };
  }

  private void say(String line) {
    synchronized (out) {
      out.println("  " + line);
    }
  }
}
