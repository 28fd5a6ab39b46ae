package org.assay.fairness;

/// An observed rate: successes out of trials, at least one trial.
record Proportion(long successes, long trials) {

  Proportion {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "%d successes of %d trials is no proportion.".formatted(successes, trials));
    }
  }

  double value() {
    return (double) successes / trials;
  }
}
