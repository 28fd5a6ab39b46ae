package org.assay.onnx;

import java.util.List;

/// An input or output of a model, as its file declares it.
///
/// @param type such as `float32`, `int64`, `string` or `sequence(map(int64,float32))`
/// @param shape one text per dimension: a number, a symbol, or `?`; empty for a scalar, an unknown
///     rank or no tensor
public record TensorDescription(String name, String type, List<String> shape) {
  public TensorDescription {
    shape = List.copyOf(shape);
  }
}
