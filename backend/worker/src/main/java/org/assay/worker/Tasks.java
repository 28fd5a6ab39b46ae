package org.assay.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.assay.explain.ExplanationException;
import org.assay.onnx.runtime.DeadlineException;
import org.assay.onnx.runtime.LoadException;
import org.assay.onnx.runtime.MappingException;
import org.assay.onnx.runtime.ModelException;
import org.assay.onnx.runtime.OnnxModel;
import org.assay.onnx.runtime.OnnxOptions;
import org.assay.onnx.runtime.RunException;
import org.assay.worker.protocol.ReceivedTask;
import org.assay.worker.protocol.RunLimits;
import org.assay.worker.protocol.Table;
import org.assay.worker.protocol.WorkerAnswer;
import org.assay.worker.protocol.WorkerTask;

/// Which class does which task, and which failures are refusals.
final class Tasks {
  private Tasks() {}

  static WorkerAnswer perform(ReceivedTask received, Consumer<WorkerAnswer.Progress> progress) {
    try {
      return new WorkerAnswer.Result(
          json(result(received, progress)).getBytes(StandardCharsets.UTF_8));
    } catch (RefusalException e) {
      return new WorkerAnswer.Refusal(e.id(), String.valueOf(e.getMessage()), e.remedy());
    } catch (ModelException e) {
      return refusal(e);
    } catch (ExplanationException e) {
      return e.getCause() instanceof ModelException cause
          ? refusal(cause)
          : new WorkerAnswer.Refusal(
              "explanation-refused",
              String.valueOf(e.getMessage()),
              "Explain a model that answers the same row with the same finite score.");
    }
  }

  static OnnxModel open(ReceivedTask received) {
    return OnnxModel.open(
        received.model(),
        received.files().size() > 1 ? received.folder() : null,
        options(received.task().limits()));
  }

  private static ObjectNode result(
      ReceivedTask received, Consumer<WorkerAnswer.Progress> progress) {
    return switch (received.task()) {
      case WorkerTask.Probe _ -> new ModelProbe(received, progress).probe();
      case WorkerTask.Audit audit ->
          new AuditTask(audit, progress).perform(received, table(received));
      case WorkerTask.Explain explain ->
          new ExplainTask(explain, progress).perform(received, table(received));
    };
  }

  private static Table table(ReceivedTask received) {
    Table table = received.table();
    if (table == null) {
      throw new RefusalException("no-table", "the task came without rows", "Send a table with it.");
    }
    return table;
  }

  private static OnnxOptions options(RunLimits limits) {
    return new OnnxOptions(
        limits.threads(), false, limits.foldedBytes(), Duration.ofMillis(limits.runMillis()));
  }

  private static WorkerAnswer.Refusal refusal(ModelException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case MappingException mapping ->
          new WorkerAnswer.Refusal(mapping.id(), message, mapping.remedy());
      case LoadException _ ->
          new WorkerAnswer.Refusal(
              "model-not-loaded", message, "Check that the model runs in ONNX Runtime 1.29.");
      case DeadlineException _ ->
          new WorkerAnswer.Refusal("run-too-long", message, "Make the model or the batch smaller.");
      case RunException _ ->
          new WorkerAnswer.Refusal(
              "run-failed", message, "Run the model on these rows on your machine and mend it.");
    };
  }

  private static String json(ObjectNode node) {
    try {
      return Json.MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts could not be written", e);
    }
  }
}
