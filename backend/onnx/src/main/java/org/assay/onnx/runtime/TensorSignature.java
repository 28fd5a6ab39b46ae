package org.assay.onnx.runtime;

import java.util.List;

/// What a model says about one input or output.
///
/// @param shape -1 for a dimension that is not fixed
public record TensorSignature(String name, ElementType type, List<Long> shape) {
  public TensorSignature {
    shape = List.copyOf(shape);
  }
}
