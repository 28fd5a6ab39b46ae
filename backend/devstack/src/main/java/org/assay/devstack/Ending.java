package org.assay.devstack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Ends processes with all their descendants: asked first, then killed.
final class Ending {

  private Ending() {}

  /// Sends `signal` to the process, waits at most `grace`, then kills what is left of it and of its
  // descendants.
  static void end(ProcessHandle process, String signal, Duration grace) {
    List<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants()).toList();
    if (process.isAlive()) {
      ask(process, signal);
      gone(List.of(process), grace);
    }
    List<ProcessHandle> left = family.stream().filter(ProcessHandle::isAlive).toList();
    left.forEach(ProcessHandle::destroyForcibly);
    gone(left, grace);
  }

  private static void ask(ProcessHandle process, String signal) {
    if (signal.equals("TERM")) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }

  /// Waits for the end of all of them; true if they all ended within the limit.
  static boolean gone(List<ProcessHandle> processes, Duration limit) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for the end of a process", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
