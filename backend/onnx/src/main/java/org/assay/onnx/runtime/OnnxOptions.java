package org.assay.onnx.runtime;

import java.time.Duration;

/// How a model is loaded and run.
///
/// @param threads threads of one run
/// @param spinning whether idle threads of the engine spin: faster alone, slower beside others
/// @param foldedBytes largest tensor that the engine may compute while it loads the model
/// @param deadline longest run
public record OnnxOptions(int threads, boolean spinning, long foldedBytes, Duration deadline) {
  /// 1 thread, no spinning, 64 MiB, 20 s.
  public static final OnnxOptions DEFAULT =
      new OnnxOptions(1, false, 64L << 20, Duration.ofSeconds(20));

  /// @throws IllegalArgumentException for a figure below 1
  public OnnxOptions {
    if (threads < 1 || foldedBytes < 1 || !deadline.isPositive()) {
      throw new IllegalArgumentException("threads, folded bytes and the deadline are above 0");
    }
  }
}
