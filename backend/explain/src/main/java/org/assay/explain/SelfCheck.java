package org.assay.explain;

/// What was checked against the scorer itself. Additivity alone sees only the two ends of every sum
/// (the row and the background): scores in between cancel. The repeat check covers those.
///
/// @param additivityError largest |f(x) - base - sum of values| over the rows, relative to max(1,
///     |f(x)|); f(x) and the base are scored apart from the coalitions
/// @param repeatError largest difference between two scores of the same mixed row, relative to
///     max(1, |score|), over a fixed sample of mixed rows
public record SelfCheck(double additivityError, double repeatError) {
  /// The largest error, relative to the scale, with which an attribution is given out.
  public static final double LIMIT = 1e-5;

  /// @throws IllegalArgumentException for an error that is negative or NaN
  public SelfCheck {
    if (!(additivityError >= 0 && repeatError >= 0)) {
      throw new IllegalArgumentException(
          "errors of a self-check are at least 0, not " + additivityError + " and " + repeatError);
    }
  }

  static double relative(double difference, double from) {
    return Math.abs(difference - from) / Math.max(1, Math.abs(from));
  }

  /// @param values `[row][feature]`
  /// @param outputs `[row]`
  /// @throws AdditivityException when a row does not add up
  /// @throws UnstableScorerException when the scorer did not repeat itself
  static SelfCheck of(double base, double[][] values, double[] outputs, double repeatError) {
    double worst = 0;
    for (int row = 0; row < values.length; row++) {
      double sum = base;
      for (double value : values[row]) {
        sum += value;
      }
      double error = relative(sum, outputs[row]);
      if (error > LIMIT) {
        throw new AdditivityException(
            "the values of row "
                + row
                + " add up to "
                + sum
                + " and the scorer returned "
                + outputs[row]
                + " (error "
                + error
                + " of the scale, limit "
                + LIMIT
                + "): make the scorer give the same score for the same row, then explain again");
      }
      worst = Math.max(worst, error);
    }
    if (repeatError > LIMIT) {
      throw new UnstableScorerException(
          "the scorer gave one row two scores that differ by "
              + repeatError
              + " of the scale, limit "
              + LIMIT
              + ": make it deterministic, then explain again");
    }
    return new SelfCheck(worst, repeatError);
  }
}
