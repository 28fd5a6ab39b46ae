package org.assay.worker.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.assay.worker.protocol.AnswerReader;
import org.assay.worker.protocol.RequestWriter;
import org.assay.worker.protocol.WorkerAnswer;
import org.assay.worker.protocol.WorkerRequest;
import org.jspecify.annotations.Nullable;

/// One running worker; closing it kills it and all that it started.
final class WorkerProcess implements AutoCloseable {
  private static final long POLL_MILLIS = 200;
  private static final long END_SECONDS = 10;
  private static final int QUEUED = 1_000;

  /// The status with which the JVM ends itself under ExitOnOutOfMemoryError.
  private static final int OUT_OF_MEMORY = 3;

  private static final Map<Integer, String> SIGNALS =
      Map.of(
          4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15,
          "SIGTERM", 24, "SIGXCPU", 25, "SIGXFSZ");

  private final Process process;
  private final ErrorTail errors;
  private final Thread errorReader;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(QUEUED);
  private final AtomicReference<@Nullable IOException> unread = new AtomicReference<>();

  /// What the reading thread passes on: an answer, or the end with a reason where there is one.
  private record Heard(@Nullable WorkerAnswer answer, String reason) {}

  private WorkerProcess(Process process) {
    this.process = process;
    this.errors = new ErrorTail(process.getErrorStream());
    this.errorReader = Thread.ofVirtual().start(errors);
  }

  static WorkerProcess start(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    builder.environment().put("LANG", "C.UTF-8");
    return new WorkerProcess(builder.start());
  }

  WorkerOutcome perform(
      WorkerRequest request,
      Duration wallClock,
      ProgressListener progress,
      BooleanSupplier cancelled)
      throws IOException {
    long deadline = System.nanoTime() + wallClock.toNanos();
    Thread.ofVirtual().start(() -> send(request));
    Thread.ofVirtual().start(this::listen);
    while (true) {
      if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
        return new WorkerOutcome.Cancelled();
      }
      if (System.nanoTime() - deadline >= 0) {
        return new WorkerOutcome.TimedOut(wallClock);
      }
      Optional<WorkerOutcome> outcome = next(progress);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    process.onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> process).join();
  }

  private Optional<WorkerOutcome> next(ProgressListener progress) throws IOException {
    Heard next = poll();
    if (next == null) {
      return Optional.empty();
    }
    return switch (next.answer()) {
      case null -> Optional.of(ended(next.reason()));
      case WorkerAnswer.Progress(double fraction, String message) -> {
        progress.progressed(fraction, message);
        yield Optional.empty();
      }
      case WorkerAnswer.Result result -> Optional.of(new WorkerOutcome.Finished(result.text()));
      case WorkerAnswer.Refusal(String id, String message, String remedy) ->
          Optional.of(new WorkerOutcome.Refused(id, message, remedy));
    };
  }

  private @Nullable Heard poll() {
    try {
      return heard.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /// Runs on its own thread: a worker that died takes the pipe with it, and its end is heard there.
  private void send(WorkerRequest request) {
    try {
      new RequestWriter(process.getOutputStream()).write(request);
    } catch (IOException e) {
      unread.set(e);
    }
  }

  private void listen() {
    AnswerReader reader = new AnswerReader(process.getInputStream());
    try {
      Optional<WorkerAnswer> answer = reader.next();
      while (answer.isPresent()) {
        heard.put(new Heard(answer.get(), ""));
        answer = reader.next();
      }
      heard.put(new Heard(null, ""));
    } catch (IOException e) {
      pass(new Heard(null, "its answer could not be read: " + e.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(Heard last) {
    try {
      heard.put(last);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private WorkerOutcome ended(String reason) {
    int exit = exitStatus();
    String signal = exit > 128 ? SIGNALS.getOrDefault(exit - 128, "signal " + (exit - 128)) : "";
    String message = message(exit, signal) + (reason.isEmpty() ? "" : "; " + reason);
    return new WorkerOutcome.Crashed(exit, signal, message, errors.text());
  }

  private int exitStatus() {
    Process ended =
        process
            .onExit()
            .completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS)
            .thenApply(done -> done.isAlive() ? done.destroyForcibly() : done)
            .join();
    try {
      errorReader.join(Duration.ofSeconds(END_SECONDS));
      return ended.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return ended.isAlive() ? -1 : ended.exitValue();
    }
  }

  private String message(int exit, String signal) {
    IOException fault = unread.get();
    return switch (signal) {
      case "SIGXCPU" -> "The worker used up its processor time.";
      case "SIGKILL" -> "The worker was killed, which is what happens when memory runs out.";
      case "" ->
          exit == OUT_OF_MEMORY
              ? "The worker ran out of memory."
              : "The worker ended with status %d and no answer.".formatted(exit)
                  + (fault == null ? "" : " Sending failed: " + fault.getMessage());
      default -> "The model crashed the runtime (" + signal + ").";
    };
  }
}
