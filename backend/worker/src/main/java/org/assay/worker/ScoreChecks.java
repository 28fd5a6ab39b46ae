package org.assay.worker;

/// Scores that figures can be built on.
final class ScoreChecks {
  private ScoreChecks() {}

  /// @throws RefusalException naming the first row whose score is no number
  static float[] finite(float[] scores) {
    for (int row = 0; row < scores.length; row++) {
      if (!Float.isFinite(scores[row])) {
        throw new RefusalException(
            "score-not-finite",
            "the model answers %s for row %d".formatted(scores[row], row),
            "Look for missing values in that row, and make the model answer a number.");
      }
    }
    return scores;
  }
}
