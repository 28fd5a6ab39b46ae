package org.assay.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assay.fairness.Attribute;
import org.assay.fairness.AuditReport;
import org.assay.fairness.AuditRequest;
import org.assay.fairness.BiasAudits;
import org.assay.fairness.GroupResult;
import org.assay.fairness.Interval;
import org.assay.fairness.Measure;
import org.assay.fairness.MetricResult;
import org.assay.onnx.runtime.MappedScorer;
import org.assay.onnx.runtime.OnnxModel;
import org.assay.worker.protocol.ReceivedTask;
import org.assay.worker.protocol.Table;
import org.assay.worker.protocol.WorkerAnswer;
import org.assay.worker.protocol.WorkerTask;
import org.jspecify.annotations.Nullable;

/// Scores the rows of a table and compares groups of people: `assay-audit/1`.
final class AuditTask {
  private final WorkerTask.Audit task;
  private final Consumer<WorkerAnswer.Progress> progress;

  AuditTask(WorkerTask.Audit task, Consumer<WorkerAnswer.Progress> progress) {
    this.task = task;
    this.progress = progress;
  }

  ObjectNode perform(ReceivedTask received, Table table) {
    boolean[] labels = Columns.labels(table, task.label(), task.favourable());
    TableFeatures features = TableFeatures.of(table, task.mapping());
    List<String> names = task.attributes();
    AuditReport report;
    try (OnnxModel model = Tasks.open(received)) {
      MappedScorer scorer =
          new MappedScorer(
              model, task.mapping(), features.dictionaries(), task.limits().batchRows());
      progress.accept(new WorkerAnswer.Progress(0.1, "scoring " + table.rows() + " rows"));
      float[] scores = ScoreChecks.finite(scorer.score(features.rows()));
      progress.accept(new WorkerAnswer.Progress(0.7, "comparing groups"));
      report =
          BiasAudits.audit(
              request(
                  labels,
                  scorer.predictions(scores),
                  names.stream().map(name -> attribute(table, name)).toList()));
    }
    return json(report);
  }

  private static Attribute attribute(Table table, String name) {
    try {
      return Columns.attribute(table, name);
    } catch (IllegalArgumentException e) {
      throw new RefusalException(
          "attribute-unusable", String.valueOf(e.getMessage()), "Rename the value or the column.");
    }
  }

  private AuditRequest request(
      boolean[] labels, boolean[] predictions, List<Attribute> attributes) {
    try {
      return new AuditRequest(
          labels,
          predictions,
          attributes,
          task.references(),
          task.minimumGroupSize(),
          task.level());
    } catch (IllegalArgumentException e) {
      throw new RefusalException(
          "audit-plan", String.valueOf(e.getMessage()), "Correct the assessment plan.");
    }
  }

  private static ObjectNode json(AuditReport report) {
    ObjectNode json = Json.object().put("schema", "assay-audit/1").put("rows", report.rows());
    var groups = json.putArray("groups");
    for (GroupResult group : report.groups()) {
      ObjectNode one =
          groups
              .addObject()
              .put("attribute", group.attribute())
              .put("value", group.value())
              .put("n", group.n())
              .put("tp", group.tp())
              .put("fp", group.fp())
              .put("fn", group.fn())
              .put("tn", group.tn());
      ObjectNode rates = one.putObject("rates");
      for (Map.Entry<String, Measure> rate : group.rates().entrySet()) {
        rates.set(rate.getKey(), json(rate.getValue()));
      }
    }
    var metrics = json.putArray("metrics");
    for (MetricResult metric : report.metrics()) {
      metrics
          .addObject()
          .put("id", metric.id())
          .put("attribute", metric.attribute())
          .set("result", json(metric.result()));
    }
    return json;
  }

  private static ObjectNode json(Measure measure) {
    return switch (measure) {
      case Measure.Defined(double value, @Nullable Interval interval, long n) -> {
        ObjectNode json = Json.object().put("state", "defined").put("value", value);
        if (interval != null) {
          json.putObject("interval")
              .put("low", interval.low())
              .put("high", interval.high())
              .put("level", interval.level())
              .put("method", interval.method());
        }
        yield json.put("n", n);
      }
      case Measure.Undefined(String reason) ->
          Json.object().put("state", "undefined").put("reason", reason);
      case Measure.Suppressed(String reason, long n) ->
          Json.object().put("state", "suppressed").put("reason", reason).put("n", n);
    };
  }
}
