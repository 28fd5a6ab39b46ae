package org.assay.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A started [Program]. It runs in a session of its own where the system has `setsid`, so that
// Ctrl-C reaches only us
/// and we end the parts in order.
final class Child implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private final Program program;
  private final Process process;

  private Child(Program program, Process process) {
    this.program = program;
    this.process = process;
  }

  /// Starts the program. Its log begins empty.
  static Child start(Program program) {
    List<String> command = new ArrayList<>();
    SETSID.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(s -> command.add(s.toString()));
    command.addAll(program.command());
    try {
      Files.createDirectories(program.folder());
      Files.createDirectories(program.log().toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(program.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(program.log().toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().putAll(program.environment());
      return new Child(program, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + program.name(), e);
    }
  }

  /// Runs the program to its end.
  ///
  /// @throws StackException if it ends with another status than 0 or not within `limit`; the
  // message ends with its log
  static void run(Program program, Duration limit) {
    try (Child child = start(program)) {
      child.awaitEnd(limit);
    }
  }

  /// Waits for the process to end by itself.
  ///
  /// @throws StackException if it ends with another status than 0 or not within `limit`; the
  // message ends with its log
  void awaitEnd(Duration limit) {
    try {
      if (!process.waitFor(limit)) {
        throw failure("did not end within " + limit.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw failure("ended with status " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while " + program.name() + " ran", e);
    }
  }

  Program program() {
    return program;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /// Waits until `ready` answers true.
  ///
  /// @throws StackException if the process ends first or the limit passes; the message ends with
  // its log
  void await(Duration limit, Readiness ready) {
    long end = System.nanoTime() + limit.toNanos();
    while (!ready.reached()) {
      if (!process.isAlive()) {
        throw failure("ended with status " + process.exitValue() + " before it was ready");
      }
      if (System.nanoTime() > end) {
        throw failure("was not ready within " + limit.toSeconds() + " s");
      }
      Readiness.pause();
    }
  }

  /// The refusal that says what happened to this process and shows the end of its log.
  StackException failure(String what) {
    return new StackException(
        "%s %s; the end of %s:%n%s".formatted(program.name(), what, program.log(), lastLines(30)));
  }

  private String lastLines(int count) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(program.log()), StandardCharsets.UTF_8).lines().toList();
      return String.join(
          System.lineSeparator(), lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "(the log cannot be read: " + e.getMessage() + ")";
    }
  }

  /// Ends the process and everything it started. Returns when they are gone.
  @Override
  public void close() {
    Ending.end(process.toHandle(), program.signal(), GRACE);
  }
}
