package org.assay.onnx.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends one run at its deadline. The engine looks at the flag between two operators: one operator
/// that never ends is not ended by it, and needs the process to be killed.
final class Watchdog implements AutoCloseable {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("assay-run-deadline").unstarted(work));

  private final RunOptions options;
  private final Future<?> alarm;
  private boolean closed;
  private boolean expired;

  Watchdog(Duration deadline) throws OrtException {
    this.options = new RunOptions();
    this.alarm = CLOCK.schedule(this::expire, deadline.toNanos(), TimeUnit.NANOSECONDS);
  }

  RunOptions options() {
    return options;
  }

  synchronized boolean expired() {
    return expired;
  }

  @Override
  public synchronized void close() {
    closed = true;
    alarm.cancel(false);
    options.close();
  }

  private synchronized void expire() {
    if (closed) {
      return;
    }
    expired = true;
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      throw new IllegalStateException("the engine does not take the flag that ends a run", e);
    }
  }
}
