package org.assay.worker.launch;

/// Hears how far a task is, on the thread that waits for it.
@FunctionalInterface
public interface ProgressListener {
  /// @param fraction 0 to 1
  void progressed(double fraction, String message);
}
