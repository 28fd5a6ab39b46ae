package org.assay.onnx.runtime;

import java.util.Arrays;
import java.util.List;

/// An input or output of a loaded model.
///
/// @param kind what flows through it
/// @param shape -1 for a dimension that the caller chooses; empty where it is no tensor
public record TensorPort(String name, Kind kind, List<Long> shape) {
  /// What an input takes or an output gives.
  public enum Kind {
    FLOAT32,
    FLOAT64,
    INT32,
    INT64,
    BOOL,
    STRING,
    /// A sequence of maps from class to probability, as scikit-learn's exporter makes.
    MAPS,
    OTHER
  }

  public TensorPort {
    shape = List.copyOf(shape);
  }

  static List<Long> shape(long[] dimensions) {
    return Arrays.stream(dimensions).boxed().toList();
  }
}
