package org.assay.serving.protocol;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.onnx.runtime.Tensor;
import org.jspecify.annotations.Nullable;

/// A request that fits its model.
///
/// @param id the caller's, given back
/// @param inputs every input of the model by name
/// @param outputs the outputs wanted, at least one, each once
/// @param timeout what the caller is willing to wait
public record InferenceRequest(
    @Nullable String id,
    Map<String, Tensor> inputs,
    List<Output> outputs,
    @Nullable Duration timeout) {
  public InferenceRequest {
    inputs = new LinkedHashMap<>(inputs);
    outputs = List.copyOf(outputs);
  }

  /// @param binary whether it is wanted as raw bytes
  public record Output(String name, boolean binary) {}

  /// The names of the outputs wanted, in order.
  public Set<String> outputNames() {
    return outputs.stream().map(Output::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
