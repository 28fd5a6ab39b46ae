package org.assay.worker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assay.explain.Attribution;
import org.assay.explain.FeatureGroup;
import org.assay.explain.Importance;
import org.assay.explain.ImportanceReport;
import org.assay.explain.Loss;
import org.assay.explain.PermutationImportance;
import org.assay.explain.PermutationOptions;
import org.assay.explain.Quality;
import org.assay.explain.Scorer;
import org.assay.explain.ScoringException;
import org.assay.explain.ShapleyOptions;
import org.assay.explain.ShapleyValues;
import org.assay.onnx.mapping.OutputChoice;
import org.assay.onnx.runtime.MappedScorer;
import org.assay.onnx.runtime.ModelException;
import org.assay.onnx.runtime.OnnxModel;
import org.assay.worker.protocol.Column;
import org.assay.worker.protocol.ReceivedTask;
import org.assay.worker.protocol.Table;
import org.assay.worker.protocol.WorkerAnswer;
import org.assay.worker.protocol.WorkerTask;

/// Which features a model leans on, over the rows and for a sample of them: `assay-explain/1`.
final class ExplainTask {
  private static final double LEVEL = 0.95;
  private static final int MOST_IMPORTANCE_ROWS = 10_000;

  private final WorkerTask.Explain task;
  private final Consumer<WorkerAnswer.Progress> progress;

  ExplainTask(WorkerTask.Explain task, Consumer<WorkerAnswer.Progress> progress) {
    this.task = task;
    this.progress = progress;
  }

  ObjectNode perform(ReceivedTask received, Table table) {
    boolean[] labels = Columns.labels(table, task.label(), task.favourable());
    TableFeatures features = TableFeatures.of(table, task.mapping());
    try (OnnxModel model = Tasks.open(received)) {
      MappedScorer mapped =
          new MappedScorer(
              model, task.mapping(), features.dictionaries(), task.limits().batchRows());
      Scorer scorer = rows -> score(mapped, rows);
      SplittableRandom random = new SplittableRandom(task.seed());
      int[] order = Sampling.order(table.rows(), random.split());
      ObjectNode json = Json.object().put("schema", "assay-explain/1");
      json.put(
          "output",
          task.mapping().output() instanceof OutputChoice.Score ? "probability" : "label");
      attribute(json, scorer, features, table, order, random.split());
      importance(json, scorer, features, labels, order);
      return json;
    }
  }

  private static float[] score(MappedScorer scorer, float[][] rows) {
    try {
      return scorer.score(rows);
    } catch (ModelException e) {
      throw new ScoringException(String.valueOf(e.getMessage()), e);
    }
  }

  private void attribute(
      ObjectNode json,
      Scorer scorer,
      TableFeatures features,
      Table table,
      int[] order,
      SplittableRandom random) {
    ArrayNode names = json.putArray("features");
    features.names().forEach(names::add);
    int[] explained = Sampling.first(order, task.rows());
    ArrayNode rows = json.putArray("rows");
    if (features.names().size() > ShapleyValues.MAXIMUM_FEATURES) {
      json.put("method", "none").putNull("base").putNull("additivityError");
      json.putArray("values");
      json.putNull("standardErrors");
      json.putObject("quality")
          .put(
              "note",
              "The model takes %d columns; exact Shapley values are given for at most %d. Only importances are given."
                  .formatted(features.names().size(), ShapleyValues.MAXIMUM_FEATURES));
      return;
    }
    progress.accept(new WorkerAnswer.Progress(0.1, "explaining " + explained.length + " rows"));
    int[] background = Sampling.first(Sampling.order(table.rows(), random), task.background());
    Attribution attribution =
        ShapleyValues.exact(
            scorer,
            features.floats(explained),
            features.floats(background),
            new ShapleyOptions(task.limits().batchRows(), ShapleyOptions.DEFAULT.windowSize()));
    write(json, attribution, background.length);
    for (int row : explained) {
      ArrayNode values = rows.addArray();
      features.names().forEach(name -> add(values, table.column(name).orElseThrow(), row));
    }
  }

  private static void write(ObjectNode json, Attribution attribution, int background) {
    json.put("method", attribution.method()).put("base", attribution.base());
    ArrayNode values = json.putArray("values");
    for (double[] row : attribution.values()) {
      ArrayNode one = values.addArray();
      for (double value : row) {
        one.add(value);
      }
    }
    ArrayNode outputs = json.putArray("outputs");
    for (double output : attribution.outputs()) {
      outputs.add(output);
    }
    json.putNull("standardErrors").put("additivityError", attribution.additivityError());
    Quality quality = attribution.quality();
    json.putObject("quality")
        .put("additivityError", quality.additivityError())
        .put("repeatError", quality.repeatError())
        .put("baseStandardError", quality.baseStandardError())
        .put("sparseness", quality.sparseness())
        .put("evaluations", quality.evaluations())
        .put("backgroundRows", background);
  }

  private void importance(
      ObjectNode json, Scorer scorer, TableFeatures features, boolean[] labels, int[] order) {
    int[] rows = Sampling.first(order, MOST_IMPORTANCE_ROWS);
    progress.accept(
        new WorkerAnswer.Progress(0.6, "permuting features of " + rows.length + " rows"));
    boolean[] chosen = new boolean[rows.length];
    IntStream.range(0, rows.length).forEach(i -> chosen[i] = labels[rows[i]]);
    double threshold =
        switch (task.mapping().output()) {
          case OutputChoice.Score score -> score.threshold();
          case OutputChoice.Label _ -> 1;
        };
    Loss loss = new Loss.ErrorRate(threshold);
    ImportanceReport report =
        PermutationImportance.measure(
            scorer,
            features.floats(rows),
            chosen,
            FeatureGroup.each(features.names()),
            loss,
            new PermutationOptions(task.repeats(), task.seed(), LEVEL, task.limits().batchRows()));
    ArrayNode importances = json.putArray("importance");
    for (Importance importance : report.importances()) {
      importances
          .addObject()
          .put("feature", importance.feature())
          .put("importance", importance.mean())
          .put("low", importance.low())
          .put("high", importance.high())
          .put("level", importance.level());
    }
    json.put("importanceMetric", report.metric())
        .put("importanceIntervals", report.intervalMethod())
        .put("importanceRows", rows.length);
  }

  private static void add(ArrayNode values, Column column, int row) {
    switch (column) {
      case Column.Numbers numbers -> {
        double value = numbers.values()[row];
        if (Double.isNaN(value)) {
          values.addNull();
        } else {
          values.add(value);
        }
      }
      case Column.Texts texts -> {
        int code = texts.codes()[row];
        values.add(code == Column.MISSING ? null : texts.dictionary().get(code));
      }
    }
  }
}
