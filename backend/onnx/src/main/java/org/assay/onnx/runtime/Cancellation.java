package org.assay.onnx.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import org.jspecify.annotations.Nullable;

/// Stops one run from another thread. ONNX Runtime looks at it between nodes, so a single long node
/// still ends by itself.
public final class Cancellation {
  private @Nullable RunOptions running;
  private boolean cancelled;

  /// Stops the run, or keeps it from beginning.
  public synchronized void cancel() {
    cancelled = true;
    if (running != null) {
      terminate(running);
    }
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /// Whether the run may begin with these options.
  synchronized boolean begin(RunOptions options) {
    if (cancelled) {
      return false;
    }
    running = options;
    return true;
  }

  /// To be called before the options are closed.
  synchronized void end() {
    running = null;
  }

  private static void terminate(RunOptions options) {
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not take a terminate flag", e);
    }
  }
}
