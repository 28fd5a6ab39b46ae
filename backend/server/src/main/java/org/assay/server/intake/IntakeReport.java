package org.assay.server.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.api.assessments.IntakeView;
import org.assay.onnx.InspectionReport;
import org.assay.onnx.TensorDescription;
import org.jspecify.annotations.Nullable;

/// What intake found, as it is stored: `assay-intake/1`.
///
/// @param probe absent when a finding forbade to load the model
record IntakeReport(
    String schema,
    long irVersion,
    String producer,
    List<IntakeView.Tensor> inputs,
    List<IntakeView.Tensor> outputs,
    List<IntakeView.Opset> opsets,
    Map<String, Integer> operators,
    long parameters,
    List<IntakeView.Finding> findings,
    IntakeView.@Nullable Probe probe) {
  static final String SCHEMA = "assay-intake/1";

  /// The pre-flight's report, before the model was loaded.
  static IntakeReport of(InspectionReport inspection) {
    return new IntakeReport(
        SCHEMA,
        inspection.irVersion(),
        inspection.producer(),
        tensors(inspection.inputs()),
        tensors(inspection.outputs()),
        inspection.opsets().stream()
            .map(o -> new IntakeView.Opset(o.domain(), o.version()))
            .toList(),
        counts(inspection.operators()),
        inspection.parameters(),
        inspection.findings().stream()
            .map(f -> new IntakeView.Finding(f.id(), f.severity().word(), f.message(), f.remedy()))
            .toList(),
        null);
  }

  IntakeReport with(IntakeView.@Nullable Probe result, List<IntakeView.Finding> more) {
    return new IntakeReport(
        schema,
        irVersion,
        producer,
        inputs,
        outputs,
        opsets,
        operators,
        parameters,
        Stream.concat(findings.stream(), more.stream()).toList(),
        result);
  }

  int blocking() {
    return (int) findings.stream().filter(f -> f.severity().equals("blocking")).count();
  }

  /// The blocking findings in one sentence.
  String blockingSentence() {
    return findings.stream()
        .filter(f -> f.severity().equals("blocking"))
        .map(IntakeView.Finding::message)
        .collect(Collectors.joining(" "));
  }

  IntakeView view(Instant at, String digest) {
    return new IntakeView(
        irVersion,
        producer,
        inputs,
        outputs,
        opsets,
        operators,
        parameters,
        findings,
        probe,
        at,
        digest);
  }

  private static List<IntakeView.Tensor> tensors(List<TensorDescription> tensors) {
    return tensors.stream().map(t -> new IntakeView.Tensor(t.name(), t.type(), t.shape())).toList();
  }

  private static Map<String, Integer> counts(Map<String, Long> operators) {
    Map<String, Integer> counts = new TreeMap<>();
    operators.forEach((name, count) -> counts.put(name, Math.toIntExact(count)));
    return counts;
  }
}
