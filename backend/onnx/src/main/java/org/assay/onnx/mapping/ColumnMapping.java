package org.assay.onnx.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How columns of a dataset become inputs of a model, and which output is read.
///
/// @param inputs one `[N, k]` tensor fed by k columns, or several inputs of one column each
/// @param encodings by column; a column without one is a number
public record ColumnMapping(
    List<InputColumns> inputs, Map<String, Encoding> encodings, OutputChoice output) {
  /// @throws IllegalArgumentException for no inputs, an input given twice, or an encoding of a
  ///     column that feeds no input
  public ColumnMapping {
    inputs = List.copyOf(inputs);
    encodings = Map.copyOf(encodings);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("a mapping feeds at least one input of the model");
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>();
    for (InputColumns input : inputs) {
      columns.addAll(input.columns());
      if (!names.add(input.input())) {
        throw new IllegalArgumentException(
            "the mapping feeds the input \"" + input.input() + "\" twice: list its columns once");
      }
    }
    for (String column : encodings.keySet()) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(
            "the mapping encodes the column \"%s\", which feeds no input; columns that do are %s"
                .formatted(column, columns));
      }
    }
  }

  /// The columns that feed the model, each once, in the order of the inputs: the features.
  public List<String> features() {
    Set<String> features = new LinkedHashSet<>();
    inputs.forEach(input -> features.addAll(input.columns()));
    return new ArrayList<>(features);
  }

  /// How the values of the column become numbers or strings.
  public Encoding encoding(String column) {
    return encodings.getOrDefault(column, Encoding.Number.INSTANCE);
  }
}
