package org.assay.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The processes of one `up`: remembered in the state file as soon as they are started, ended
// together.
final class Parts {

  private static final Duration GRACE = Duration.ofSeconds(15);

  /// How long the end of everything may take.
  static final Duration LIMIT = GRACE.multipliedBy(3);

  private final Path file;
  private final List<Child> children = new ArrayList<>();
  private boolean closed;
  private boolean detached;

  /// @param file the state file
  Parts(Path file) {
    this.file = file;
    write();
  }

  /// Takes over the end of a process.
  ///
  /// @throws StackException if everything is ending already; the process is then ended too
  synchronized void add(Child child) {
    if (closed) {
      child.close();
      throw new StackException("the stack is being ended");
    }
    children.add(child);
    write();
  }

  /// The processes that must not end while the stack is up.
  synchronized List<Child> running() {
    return children.stream().filter(child -> child.handle().isAlive()).toList();
  }

  /// True once the end has begun: a part that stops now was asked to.
  synchronized boolean ending() {
    return closed;
  }

  /// From now on [#end] ends nothing: the processes stay when we go.
  synchronized void detach() {
    detached = true;
    write();
  }

  /// Ends everything, PostgreSQL last. Safe to repeat.
  void end() {
    List<RunState.Entry> entries;
    synchronized (this) {
      if (detached || closed) {
        return;
      }
      closed = true;
      entries = state().parts();
    }
    end(entries);
    forget(file);
  }

  /// Deletes the state file.
  static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  /// Ends those of the processes that still run: all but PostgreSQL side by side, then PostgreSQL.
  static void end(List<RunState.Entry> entries) {
    endAll(entries.stream().filter(entry -> !entry.name().equals("postgres")));
    endAll(entries.stream().filter(entry -> entry.name().equals("postgres")));
  }

  private static void endAll(Stream<RunState.Entry> entries) {
    List<Thread> endings = new ArrayList<>();
    entries.forEach(
        entry ->
            entry
                .running()
                .ifPresent(
                    process ->
                        endings.add(
                            Thread.startVirtualThread(
                                () -> Ending.end(process, entry.signal(), GRACE)))));
    for (Thread ending : endings) {
      try {
        ending.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private RunState state() {
    return new RunState(
        RunState.Entry.of("up", ProcessHandle.current(), "TERM"),
        detached,
        children.stream()
            .map(
                child ->
                    RunState.Entry.of(
                        child.program().name(), child.handle(), child.program().signal()))
            .toList());
  }

  private void write() {
    state().write(file);
  }
}
