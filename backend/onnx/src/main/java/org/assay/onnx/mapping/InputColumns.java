package org.assay.onnx.mapping;

import java.util.List;

/// The columns that feed one input of the model, in the order of the tensor's second dimension.
public record InputColumns(String input, List<String> columns) {
  /// @throws IllegalArgumentException for a blank name or no columns
  public InputColumns {
    columns = List.copyOf(columns);
    if (input.isBlank()) {
      throw new IllegalArgumentException("a mapping names the input of the model that it feeds");
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "the mapping names no columns for the input \"" + input + "\": name at least one");
    }
  }
}
