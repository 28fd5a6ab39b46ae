package org.assay.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assay.onnx.Finding;
import org.assay.onnx.runtime.DeadlineException;
import org.assay.onnx.runtime.LoadException;
import org.assay.onnx.runtime.OnnxModel;
import org.assay.onnx.runtime.RunException;
import org.assay.onnx.runtime.TensorPort;
import org.assay.worker.protocol.ReceivedTask;
import org.assay.worker.protocol.WorkerAnswer;

/// Loads a model and runs it on made inputs: one row, the typical and the largest batch, no row,
/// NaN and infinity, and twice the same.
final class ModelProbe {
  private static final int TYPICAL_ROWS = 32;
  private static final int SHOWN = 300;

  private final ReceivedTask received;
  private final Consumer<WorkerAnswer.Progress> progress;
  private final ObjectNode result = Json.object();
  private final List<Finding> findings = new ArrayList<>();

  private record Run(String outcome, boolean ok, long millis, List<Long> digests) {}

  ModelProbe(ReceivedTask received, Consumer<WorkerAnswer.Progress> progress) {
    this.received = received;
    this.progress = progress;
  }

  ObjectNode probe() {
    ObjectNode probe = result.putObject("probe");
    long start = System.nanoTime();
    try (OnnxModel model = Tasks.open(received)) {
      probe.put("loaded", true).put("loadMillis", millisSince(start));
      runAll(model, probe);
    } catch (LoadException e) {
      probe.put("loaded", false).put("loadMillis", millisSince(start));
      probe.putArray("runs");
      probe.putNull("deterministic");
      findings.add(
          Finding.blocking(
              "model-not-loaded",
              shortened(e.getMessage()),
              "Check that the model runs in ONNX Runtime 1.29, and export it again."));
    }
    var listed = result.putArray("findings");
    findings.forEach(finding -> listed.add(Json.of(finding)));
    return result;
  }

  private void runAll(OnnxModel model, ObjectNode probe) {
    var runs = probe.putArray("runs");
    List<TensorPort> unfed = ProbeInputs.unfed(model.inputs());
    if (!unfed.isEmpty()) {
      findings.add(
          Finding.warning(
              "input-not-probed",
              "The inputs %s are of a type that the probe cannot make; the model was loaded and not run."
                  .formatted(unfed.stream().map(TensorPort::name).collect(Collectors.toList())),
              "Use inputs of float32, float64, int32, int64, bool or string."));
      probe.putNull("deterministic");
      return;
    }
    List<ProbeInputs> cases =
        List.of(
            new ProbeInputs("typical", TYPICAL_ROWS, ProbeInputs.Filling.MIXED),
            new ProbeInputs("one row", 1, ProbeInputs.Filling.MIXED),
            new ProbeInputs(
                "largest batch", received.task().limits().batchRows(), ProbeInputs.Filling.MIXED),
            new ProbeInputs("no row", 0, ProbeInputs.Filling.MIXED),
            new ProbeInputs("NaN", TYPICAL_ROWS, ProbeInputs.Filling.NAN),
            new ProbeInputs("infinity", TYPICAL_ROWS, ProbeInputs.Filling.INFINITY),
            new ProbeInputs("typical again", TYPICAL_ROWS, ProbeInputs.Filling.MIXED));
    Map<String, Run> done = new HashMap<>();
    for (ProbeInputs inputs : cases) {
      progress.accept(
          new WorkerAnswer.Progress(
              (double) done.size() / cases.size(), "probe: " + inputs.name()));
      Run run = run(model, inputs);
      done.put(inputs.name(), run);
      runs.addObject()
          .put("name", inputs.name())
          .put("outcome", run.outcome())
          .put("millis", run.millis());
      judge(inputs, run);
    }
    judgeRepeat(probe, done);
  }

  private void judgeRepeat(ObjectNode probe, Map<String, Run> done) {
    Run first = done.get("typical");
    Run second = done.get("typical again");
    if (first == null || second == null || !first.ok() || !second.ok()) {
      probe.putNull("deterministic");
      return;
    }
    boolean same = first.digests().equals(second.digests());
    probe.put("deterministic", same);
    if (!same) {
      findings.add(
          Finding.warning(
              "not-deterministic",
              "Two runs on the same input gave different outputs.",
              "Remove random operators, or say in the model card why they are needed."));
    }
  }

  private void judge(ProbeInputs inputs, Run run) {
    if (run.ok()) {
      return;
    }
    boolean central = inputs.name().startsWith("typical") || inputs.name().equals("one row");
    String message = "The run \"%s\" ended so: %s".formatted(inputs.name(), run.outcome());
    findings.add(
        central
            ? Finding.blocking(
                "probe-run-failed",
                message,
                "Run the model on %d rows on your machine and mend it.".formatted(inputs.rows()))
            : Finding.warning(
                "probe-run-refused",
                message,
                "Say in the model card which inputs the model takes, or make it take these."));
  }

  private Run run(OnnxModel model, ProbeInputs inputs) {
    long start = System.nanoTime();
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (TensorPort port : model.inputs()) {
        tensors.put(port.name(), inputs.tensor(model.environment(), port));
      }
      try (OrtSession.Result outputs =
          model.run(
              tensors,
              model.outputs().stream().map(TensorPort::name).collect(Collectors.toSet()))) {
        OutputDigest digest = OutputDigest.of(outputs);
        return new Run(digest.words(), true, millisSince(start), digest.digests());
      }
    } catch (DeadlineException | RunException e) {
      return new Run(shortened(e.getMessage()), false, millisSince(start), List.of());
    } catch (OrtException e) {
      return new Run(shortened(e.getMessage()), false, millisSince(start), List.of());
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private static String shortened(@org.jspecify.annotations.Nullable String text) {
    String given = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
    return given.length() <= SHOWN ? given : given.substring(0, SHOWN) + "…";
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
