package org.assay.worker.protocol;

/// How the worker runs the model.
///
/// @param threads threads of one run
/// @param runMillis longest run of one batch
/// @param batchRows rows per batch
/// @param foldedBytes largest tensor that the engine may compute while it loads the model
public record RunLimits(int threads, long runMillis, int batchRows, long foldedBytes) {
  /// 1 thread, 20 s a batch, 4,096 rows, 64 MiB.
  public static final RunLimits DEFAULT = new RunLimits(1, 20_000, 4_096, 64 << 20);

  /// @throws IllegalArgumentException for a limit below 1
  public RunLimits {
    if (Math.min(threads, batchRows) < 1 || Math.min(runMillis, foldedBytes) < 1) {
      throw new IllegalArgumentException("every limit of a run is at least 1");
    }
  }
}
