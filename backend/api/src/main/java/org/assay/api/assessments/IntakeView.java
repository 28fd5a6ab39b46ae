package org.assay.api.assessments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the pre-flight and the first run in a worker found in the model's files.
///
/// @param parameters numbers in all initializers
/// @param operators how often each operator occurs, by name (with its domain when not ai.onnx)
/// @param probe absent when the model was not loaded because a finding blocks it
/// @param digest SHA-256 of the report's canonical JSON
public record IntakeView(
    long irVersion,
    String producer,
    List<Tensor> inputs,
    List<Tensor> outputs,
    List<Opset> opsets,
    Map<String, Integer> operators,
    long parameters,
    List<Finding> findings,
    @Nullable Probe probe,
    Instant at,
    String digest) {

  /// @param type element type such as `float32` or `string`
  /// @param shape numbers, or names of free dimensions
  public record Tensor(String name, String type, List<String> shape) {}

  /// @param domain empty for ai.onnx
  public record Opset(String domain, long version) {}

  /// @param severity `blocking`, `warning` or `information`
  public record Finding(String id, String severity, String message, @Nullable String remedy) {}

  /// The first load by ONNX Runtime, in a process of its own.
  public record Probe(boolean loaded, long loadMillis, List<Run> runs, boolean deterministic) {}

  /// @param name the kind of input, such as `typical` or `nan`
  /// @param outcome what came of it, in words
  public record Run(String name, String outcome, long millis) {}
}
