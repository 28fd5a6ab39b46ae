package org.assay.explain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Shapley values of a scorer's output under the interventional value function: the features
/// outside a coalition take the values of a background row, and the score is averaged over the
/// background (Lundberg and Lee 2017; Janzing et al. 2020).
public final class ShapleyValues {
  /// The most features for which every coalition is scored.
  public static final int MAXIMUM_FEATURES = 12;

  private ShapleyValues() {}

  /// Exact values with {@link ShapleyOptions#DEFAULT}.
  public static Attribution exact(Scorer scorer, float[][] rows, float[][] background) {
    return exact(scorer, rows, background, ShapleyOptions.DEFAULT);
  }

  /// Exact values: every coalition is scored, sums are in double, and the result is checked against
  /// the scorer.
  ///
  /// @param rows `[n][features]`, the rows to explain; NaN is a value like another (missing)
  /// @param background `[b][features]`, all of which is used
  /// @throws IllegalArgumentException for no rows, ragged rows, differing widths or more than 12
  ///     features
  /// @throws ScoringException when a score is missing or not finite
  /// @throws AdditivityException when the values of a row do not add up to its output within {@link
  ///     SelfCheck#LIMIT}
  /// @throws UnstableScorerException when the scorer does not repeat itself within the same limit
  /// @throws java.util.concurrent.CancellationException when the thread is interrupted, seen before
  ///     the next batch
  public static Attribution exact(
      Scorer scorer, float[][] rows, float[][] background, ShapleyOptions options) {
    float[][] explained = FeatureRows.copyOf("set of rows to explain", rows);
    FeatureRows distinct = distinctBackground(explained, background);
    BatchScoring scoring = new BatchScoring(scorer, options.batchSize());
    double[][] values = new double[explained.length][explained[0].length];
    double repeatError =
        attribute(
            values,
            new CoalitionWindow(explained, distinct, options.windowSize()),
            scoring,
            explained,
            distinct);
    float[] ends =
        scoring.score(
            distinct.rows().length,
            i -> distinct.rows()[i],
            i -> "background row " + distinct.firstIndex()[i]);
    float[] scores = scoring.score(explained.length, i -> explained[i], i -> "row " + i);
    double[] outputs = new double[scores.length];
    Arrays.setAll(outputs, i -> scores[i]);
    double base = mean(ends, distinct);
    SelfCheck check = SelfCheck.of(base, values, outputs, repeatError);
    return new Attribution(
        "exact",
        base,
        standardError(ends, base, distinct),
        values,
        outputs,
        check,
        scoring.evaluations());
  }

  /// The cost of {@link #exact} for these rows, at a price of rows x background comparisons and no
  /// scoring.
  ///
  /// @throws IllegalArgumentException as {@link #exact} does
  public static CostEstimate cost(float[][] rows, float[][] background, ShapleyOptions options) {
    float[][] explained = FeatureRows.copyOf("set of rows to explain", rows);
    FeatureRows distinct = distinctBackground(explained, background);
    long coalitions = 0;
    long pairs = 0;
    for (float[] x : explained) {
      for (float[] z : distinct.rows()) {
        int differing = Integer.bitCount(FeatureRows.differing(x, z));
        coalitions += differing == 0 ? 0 : 1L << differing;
        pairs += differing == 0 ? 0 : 1;
      }
    }
    long windows = Math.min(pairs, 2 * coalitions / options.windowSize() + 1);
    long repeated = Math.min(coalitions, windows * CoalitionWindow.REPEATED_ROWS);
    return new CostEstimate(
        coalitions + repeated + distinct.rows().length + explained.length,
        ((long) rows.length * background.length) << explained[0].length);
  }

  private static double attribute(
      double[][] values,
      CoalitionWindow window,
      BatchScoring scoring,
      float[][] explained,
      FeatureRows background) {
    double repeatError = 0;
    for (int row = 0; row < explained.length; row++) {
      for (int z = 0; z < background.rows().length; z++) {
        int differing = FeatureRows.differing(explained[row], background.rows()[z]);
        if (differing == 0) {
          continue;
        }
        if (!window.hasRoomFor(differing)) {
          repeatError = Math.max(repeatError, window.drainInto(values, scoring));
        }
        window.add(row, z, differing);
      }
    }
    return Math.max(repeatError, window.drainInto(values, scoring));
  }

  private static FeatureRows distinctBackground(float[][] explained, float[][] background) {
    float[][] copy = FeatureRows.copyOf("background", background);
    int features = explained[0].length;
    if (copy[0].length != features) {
      throw new IllegalArgumentException(
          "the rows to explain have "
              + features
              + " features and the background has "
              + copy[0].length
              + ": give both the same features in the same order");
    }
    if (features > MAXIMUM_FEATURES) {
      throw new IllegalArgumentException(
          "exact Shapley values take at most "
              + MAXIMUM_FEATURES
              + " features and these rows have "
              + features
              + ": explain at most "
              + MAXIMUM_FEATURES
              + " and let the scorer hold the others fixed, or drop unused ones");
    }
    return FeatureRows.distinct(copy);
  }

  private static double mean(float[] scores, FeatureRows background) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += (double) scores[i] * background.counts()[i];
    }
    return sum / background.total();
  }

  private static @Nullable Double standardError(
      float[] scores, double mean, FeatureRows background) {
    int total = background.total();
    if (total < 2) {
      return null;
    }
    double squares = 0;
    for (int i = 0; i < scores.length; i++) {
      squares += background.counts()[i] * (scores[i] - mean) * (scores[i] - mean);
    }
    return Math.sqrt(squares / (total - 1) / total);
  }
}
