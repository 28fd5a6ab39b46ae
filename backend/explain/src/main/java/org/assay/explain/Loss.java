package org.assay.explain;

/// What a wrong score costs; lower is better. Scores are for the favourable outcome.
public sealed interface Loss {
  /// The loss of one row, at least 0.
  ///
  /// @param favourable whether the true outcome is the favourable one
  double of(float score, boolean favourable);

  /// What the importance under this loss is called, for reports.
  String metric();

  /// Share of wrong predictions: importance is the drop in accuracy.
  ///
  /// @param threshold a score at least this high predicts the favourable outcome
  record ErrorRate(double threshold) implements Loss {
    /// @throws IllegalArgumentException for a threshold that is not finite
    public ErrorRate {
      if (!Double.isFinite(threshold)) {
        throw new IllegalArgumentException(
            "the threshold of a prediction is a finite score, not " + threshold);
      }
    }

    @Override
    public double of(float score, boolean favourable) {
      return score >= threshold == favourable ? 0 : 1;
    }

    @Override
    public String metric() {
      return "drop in accuracy at threshold " + threshold;
    }
  }

  /// `-ln p` of the true outcome in nats, p clipped to `[2^-24, 1 - 2^-24]`, the resolution of a
  /// float below 1.
  record LogLoss() implements Loss {
    private static final double LOWEST = 0x1p-24;

    @Override
    public double of(float score, boolean favourable) {
      double p = favourable ? probability(score) : 1 - probability(score);
      return -Math.log(Math.clamp(p, LOWEST, 1 - LOWEST));
    }

    @Override
    public String metric() {
      return "rise in log-loss (nats)";
    }
  }

  /// Squared distance between the probability and the outcome as 0 or 1 (Brier 1950, the two-class
  /// half).
  record Brier() implements Loss {
    @Override
    public double of(float score, boolean favourable) {
      double distance = probability(score) - (favourable ? 1 : 0);
      return distance * distance;
    }

    @Override
    public String metric() {
      return "rise in Brier score";
    }
  }

  private static double probability(float score) {
    if (!(score >= 0 && score <= 1)) {
      throw new ScoringException(
          "the score "
              + score
              + " is no probability: use the error rate at a threshold for scores outside 0 to 1");
    }
    return score;
  }
}
