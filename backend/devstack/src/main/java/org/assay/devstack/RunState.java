package org.assay.devstack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What runs, written to a file so that a later `up`, `down` or `status` finds it, whatever became
// of us.
///
/// @param owner the `up` that started the parts
/// @param detached true once that `up` has gone on purpose and left the parts running
/// @param parts in the order of their start
record RunState(Entry owner, boolean detached, List<Entry> parts) {

  private static final ObjectMapper JSON = new ObjectMapper();

  RunState {
    parts = List.copyOf(parts);
  }

  /// One process, told from a later one with the same number by when it started.
  ///
  /// @param name for people
  /// @param pid its number
  /// @param started milliseconds since 1970, 0 if unknown
  /// @param signal what asks it to end
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(String name, long pid, long started, String signal) {

    /// The system's clock may be set while a process runs; the numbers of processes do not come
    // round that fast.
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    static Entry of(String name, ProcessHandle process, String signal) {
      return new Entry(
          name,
          process.pid(),
          process.info().startInstant().map(Instant::toEpochMilli).orElse(0L),
          signal);
    }

    /// The process, if it still runs.
    Optional<ProcessHandle> running() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(
              process ->
                  process
                      .info()
                      .startInstant()
                      .map(instant -> Math.abs(instant.toEpochMilli() - started))
                      .filter(difference -> difference <= TOLERANCE.toMillis())
                      .isPresent());
    }
  }

  /// What a file says; empty if there is none.
  ///
  /// @throws StackException if it cannot be read
  static Optional<RunState> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), RunState.class));
    } catch (IOException e) {
      throw new StackException(
          file
              + " cannot be read ("
              + e.getMessage()
              + "): end what it names by hand and delete it",
          e);
    }
  }

  /// Replaces the file in one move.
  void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), this);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /// True while the stack is up: its `up` runs, or went on purpose and parts run.
  boolean up() {
    return owner.running().isPresent() || (detached && !runningParts().isEmpty());
  }

  /// The parts that still run.
  List<Entry> runningParts() {
    return parts.stream().filter(part -> part.running().isPresent()).toList();
  }
}
