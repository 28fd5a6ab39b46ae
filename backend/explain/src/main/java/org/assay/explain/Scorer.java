package org.assay.explain;

/// A model seen as a function from rows of features to one score per row.
@FunctionalInterface
public interface Scorer {
  /// Scores a batch.
  ///
  /// @param rows `[n][features]`, never empty; read only, and not kept after the call returns
  /// @return `[n]`, the score of each row in the order given; finite, and the same for the same row
  ///     whatever else is in the batch
  /// @throws ScoringException when the model cannot score these rows
  float[] score(float[][] rows);
}
