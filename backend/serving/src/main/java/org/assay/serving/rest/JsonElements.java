package org.assay.serving.rest;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.assay.onnx.runtime.Tensor;

/// A tensor being filled from JSON values.
sealed interface JsonElements permits JsonNumbers, JsonTexts {
  boolean isFull();

  /// How many it holds by now.
  int count();

  /// Takes the value at which the parser stands.
  void add(JsonParser json) throws IOException;

  /// The tensor, once it is full.
  Tensor finish();
}
