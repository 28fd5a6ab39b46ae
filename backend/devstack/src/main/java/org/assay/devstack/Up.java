package org.assay.devstack;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The whole of Assay on one machine: `up`, `down` and `status`, as `./assay` calls them.
public final class Up {

  /// The file in the data folder that says what runs.
  static final String STATE = "state.json";

  /// Kept, so that the level set on it is not collected.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final Settings settings;
  private final Map<String, String> environment;
  private final PrintStream out;

  private Up(Settings settings, Map<String, String> environment, PrintStream out) {
    this.settings = settings;
    this.environment = environment;
    this.out = out;
  }

  /// @param arguments `up [--detach] [--empty]`, `down` or `status`; run in the repository's folder
  public static void main(String[] arguments) {
    FLYWAY.setLevel(Level.WARNING);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Order order = Order.parse(List.of(arguments));
      Settings settings = Settings.of(Path.of(""), System.getenv());
      Up up = new Up(settings, System.getenv(), out);
      int status =
          switch (order) {
            case Order.Start start -> up.start(start);
            case Order.Stop() -> up.stop();
            case Order.Look() -> up.look();
          };
      System.exit(status);
    } catch (StackException e) {
      System.err.println("assay: " + e.getMessage());
      System.exit(1);
    }
  }

  private int start(Order.Start order) {
    Stopwatch watch = Stopwatch.start();
    Optional<RunState> before = RunState.read(file());
    if (before.filter(RunState::up).isPresent()) {
      throw new StackException(
          "Assay is up already: " + Settings.local(settings.console()) + " (./assay down ends it)");
    }
    before.ifPresent(this::clean);
    Apps apps = new Apps(settings, DemoRealm.read());
    apps.requireBuilt();
    settings.requireFreePorts();
    Parts parts = new Parts(file());
    Runtime.getRuntime().addShutdownHook(new Thread(parts::end));
    try {
      return start(order, apps, parts, watch);
    } catch (StackException e) {
      if (parts.ending()) {
        return 0; // we were told to end, and the parts with us
      }
      throw e;
    }
  }

  private int start(Order.Start order, Apps apps, Parts parts, Stopwatch watch) {
    out.println("Assay is starting; logs are in " + settings.root().relativize(settings.logs()));
    Launch launch = new Launch(settings, parts, out);
    launch.start(apps.all());
    List<Child> running = parts.running();
    if (!order.empty()) {
      launch.load(apps.demo(environment));
    }
    out.println(new Welcome(settings, DemoRealm.read()).text(watch));
    if (order.detach()) {
      parts.detach();
      out.println("It stays up in the background: ./assay status, ./assay down.");
      return 0;
    }
    out.println("Ctrl-C ends it.");
    return guard(running);
  }

  /// Stays until a part ends by itself; a signal ends us before that, by the shutdown hook.
  private int guard(List<Child> running) {
    CompletableFuture<?>[] ends =
        running.stream()
            .map(child -> child.handle().onExit().thenApply(process -> child))
            .toArray(CompletableFuture[]::new);
    Child first = (Child) CompletableFuture.anyOf(ends).join();
    throw first.failure("has ended, and with it the stack");
  }

  private int stop() {
    Optional<RunState> state = RunState.read(file());
    if (state.isEmpty()) {
      out.println("Assay is not up.");
      return 0;
    }
    state.get().owner().running().ifPresent(this::stopOwner);
    clean(state.get());
    out.println("Assay is down.");
    return 0;
  }

  /// The running `up` ends its parts itself.
  private void stopOwner(ProcessHandle owner) {
    if (owner.pid() != ProcessHandle.current().pid()) {
      Ending.end(owner, "TERM", Parts.LIMIT);
    }
  }

  /// Ends what a former `up` left behind.
  private void clean(RunState state) {
    List<RunState.Entry> left = state.runningParts();
    if (!left.isEmpty()) {
      out.println(
          "ending " + String.join(", ", left.stream().map(RunState.Entry::name).toList()) + " …");
      Parts.end(left);
    }
    Parts.forget(file());
  }

  private int look() {
    Optional<RunState> state = RunState.read(file());
    if (state.isEmpty() || state.get().runningParts().isEmpty()) {
      out.println("Assay is not up.");
      return 1;
    }
    boolean all = true;
    for (RunState.Entry part : state.get().parts()) {
      boolean running = part.running().isPresent();
      all &= running || part.name().equals("demo");
      if (running) {
        out.println("%-10s runs, process %d".formatted(part.name(), part.pid()));
      } else if (!part.name().equals("demo")) {
        out.println("%-10s has ended; see %s".formatted(part.name(), settings.log(part.name())));
      }
    }
    for (App app : new Apps(settings, DemoRealm.read()).all()) {
      boolean ready = Readiness.http(app.readiness()).reached();
      all &= ready;
      out.println(
          "%-10s %s %s"
              .formatted(
                  app.name(), ready ? "is ready:" : "is not ready:", Settings.local(app.port())));
    }
    return all ? 0 : 1;
  }

  private Path file() {
    return settings.data().resolve(STATE);
  }
}
