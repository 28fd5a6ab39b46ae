package org.assay.onnx.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.OutputChoice;

/// A model seen as a function from rows of features to one score per row, through a mapping of
/// columns.
public final class MappedScorer {
  private final OnnxModel model;
  private final ColumnMapping mapping;
  private final List<InputBinding> bindings;
  private final OutputReader output;
  private final int batchRows;

  /// @param dictionaries for each column that reaches the model as text, the texts by code
  /// @param batchRows most rows in one run
  /// @throws MappingException where the mapping does not fit the model
  public MappedScorer(
      OnnxModel model,
      ColumnMapping mapping,
      Map<String, List<String>> dictionaries,
      int batchRows) {
    this.model = model;
    this.mapping = mapping;
    this.bindings = MappingChecks.bind(model, mapping, dictionaries);
    this.output = new OutputReader(mapping.output());
    this.batchRows = bindings.stream().anyMatch(MappedScorer::takesOneRow) ? 1 : batchRows;
  }

  /// The columns that feed the model, in the order of a row's features.
  public List<String> features() {
    return mapping.features();
  }

  /// Scores rows of features; usable as a scorer by explanations.
  ///
  /// @param rows `[n][features]`; codes for categories and texts, NaN where missing
  /// @return `[n]`; for an output of labels 1 where favourable and 0 elsewhere
  /// @throws ModelException when the model fails, takes too long, or does not fit the values
  public float[] score(float[][] rows) {
    return score(FeatureRows.of(rows));
  }

  /// As [#score(float[][])], without rounding to float where the model takes doubles or integers.
  public float[] score(FeatureRows rows) {
    float[] scores = new float[rows.count()];
    for (int from = 0; from < scores.length; from += batchRows) {
      int to = Math.min(scores.length, from + batchRows);
      System.arraycopy(scoreBatch(rows, from, to), 0, scores, from, to - from);
    }
    return scores;
  }

  /// Which scores are a favourable prediction.
  public boolean[] predictions(float[] scores) {
    double threshold =
        switch (mapping.output()) {
          case OutputChoice.Score score -> score.threshold();
          case OutputChoice.Label _ -> 1;
        };
    boolean[] favourable = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      favourable[i] = scores[i] >= threshold;
    }
    return favourable;
  }

  private static boolean takesOneRow(InputBinding binding) {
    return binding.port().shape().getFirst() == 1;
  }

  private float[] scoreBatch(FeatureRows rows, int from, int to) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (InputBinding binding : bindings) {
        inputs.put(binding.port().name(), binding.tensor(model.environment(), rows, from, to));
      }
      try (OrtSession.Result result = model.run(inputs, Set.of(mapping.output().name()))) {
        return output.read(result.get(0), to - from);
      }
    } catch (OrtException e) {
      throw new RunException("the engine could not pass values: " + e.getMessage(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }
}
