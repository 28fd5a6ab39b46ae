package org.assay.serving.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.onnx.runtime.TensorSignature;
import org.assay.serving.Refusal;
import org.assay.serving.protocol.InferenceRequest.Output;

/// Collects which outputs a request wants.
public final class ModelOutputs {
  private final List<String> offered;
  private final Map<String, Boolean> wanted = new LinkedHashMap<>();

  /// @param outputs what the model gives
  public ModelOutputs(List<TensorSignature> outputs) {
    this.offered = outputs.stream().map(TensorSignature::name).toList();
  }

  /// @throws Refusal `MALFORMED` if the model does not give it, or if it is wanted twice
  public void want(String name, boolean binary) {
    if (!offered.contains(name)) {
      throw Refusal.malformed(
          "output \"" + name + "\" is unknown: the model gives " + ModelInputs.names(offered));
    }
    if (wanted.putIfAbsent(name, binary) != null) {
      throw Refusal.malformed("output \"" + name + "\" is asked for twice");
    }
  }

  /// What was asked for, or everything.
  ///
  /// @param binary whether everything is wanted as raw bytes
  public List<Output> complete(boolean binary) {
    if (wanted.isEmpty()) {
      return offered.stream().map(name -> new Output(name, binary)).toList();
    }
    return wanted.entrySet().stream().map(e -> new Output(e.getKey(), e.getValue())).toList();
  }
}
