package org.assay.onnx.runtime;

/// How a [TensorSession] uses the machine.
///
/// @param device where it runs
/// @param threadsPerRun threads within one run, at least 1; always 1 on CUDA
/// @param spin whether these threads wait by spinning: faster alone, wasteful where sessions share
///     the cores
/// @param foldedBytes largest output of a folded constant; bounds what a small file can grow into
/// @param deviceBytes memory of the CUDA arena
public record SessionSettings(
    Device device, int threadsPerRun, boolean spin, long foldedBytes, long deviceBytes) {
  /// Where a session runs.
  public enum Device {
    CPU,
    CUDA
  }

  public SessionSettings {
    if (threadsPerRun < 1) {
      throw new IllegalArgumentException("a run needs at least 1 thread, not " + threadsPerRun);
    }
  }
}
