package org.assay.explain;

import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

/// Feeds a scorer in batches, counts its evaluations, and accepts only one finite score per row.
final class BatchScoring {
  private final Scorer scorer;
  private final int batchSize;
  private long evaluations;

  BatchScoring(Scorer scorer, int batchSize) {
    this.scorer = scorer;
    this.batchSize = batchSize;
  }

  long evaluations() {
    return evaluations;
  }

  /// @param row gives row `i` of `count`
  /// @param name says in words what row `i` is, for a refusal
  /// @throws CancellationException when the thread is interrupted, which is checked before each
  ///     batch
  float[] score(int count, IntFunction<float[]> row, IntFunction<String> name) {
    float[] scores = new float[count];
    for (int from = 0; from < count; from += batchSize) {
      float[][] batch = new float[Math.min(batchSize, count - from)][];
      for (int i = 0; i < batch.length; i++) {
        batch[i] = row.apply(from + i);
      }
      System.arraycopy(scored(batch, from, name), 0, scores, from, batch.length);
    }
    return scores;
  }

  private float[] scored(float[][] batch, int from, IntFunction<String> name) {
    if (Thread.interrupted()) {
      throw new CancellationException(
          "the explanation was interrupted after " + evaluations + " evaluations of the scorer");
    }
    float[] scores = scorer.score(batch);
    evaluations += batch.length;
    if (scores.length != batch.length) {
      throw new ScoringException(
          "the scorer returned "
              + scores.length
              + " scores for "
              + batch.length
              + " rows: it must return one per row");
    }
    for (int i = 0; i < scores.length; i++) {
      if (!Float.isFinite(scores[i])) {
        throw new ScoringException(
            "the score of "
                + name.apply(from + i)
                + " is "
                + scores[i]
                + ": only finite scores can be explained");
      }
    }
    return scores;
  }
}
