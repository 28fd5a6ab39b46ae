package org.assay.onnx;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was read from an upload without running any of it. Where the file could not be read, the
/// lists are empty, the numbers 0 and the findings say why.
///
/// @param modelFile name of the file that holds the graph; empty where there is none
/// @param operators nodes per operator, subgraphs included; `ai.onnx.ml:Scaler` outside the default
///     domain
/// @param parameters elements of floating point held in the file: initializers, constants, and
///     float lists of `ai.onnx.ml` operators
public record InspectionReport(
    String modelFile,
    long irVersion,
    String producer,
    List<TensorDescription> inputs,
    List<TensorDescription> outputs,
    List<OpsetVersion> opsets,
    Map<String, Long> operators,
    long parameters,
    List<Finding> findings) {
  public InspectionReport {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    opsets = List.copyOf(opsets);
    operators = Collections.unmodifiableMap(new TreeMap<>(operators));
    findings = List.copyOf(findings);
  }

  /// Whether nothing found forbids to load the model, in the worker and nowhere else.
  public boolean mayBeLoaded() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKING);
  }

  static InspectionReport unread(String modelFile, List<Finding> findings) {
    return new InspectionReport(
        modelFile, 0, "", List.of(), List.of(), List.of(), Map.of(), 0, findings);
  }
}
