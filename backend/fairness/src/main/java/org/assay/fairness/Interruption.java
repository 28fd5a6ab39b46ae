package org.assay.fairness;

import java.util.concurrent.CancellationException;

/// Lets a caller stop a long audit by interrupting its thread.
final class Interruption {

  private Interruption() {}

  /// @throws CancellationException where the thread is interrupted; its flag stays set
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The bias audit was interrupted.");
    }
  }
}
