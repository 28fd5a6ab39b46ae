package org.assay.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Permutation importance (Breiman 2001; Fisher, Rudin and Dominici 2019): the rise of the mean
/// loss when the values of a feature are dealt out anew among the rows, so that it says nothing
/// about the outcome any more.
public final class PermutationImportance {
  /// How the intervals are found. They hold the chance of the rows and of the permutations: a row
  /// counts both as the one that gets a strange value and as the one that gives its own, which is
  /// the Hajek projection of the two-sample mean that the permutations estimate. An interval over
  /// repeats alone would shrink onto the luck of these rows.
  public static final String INTERVAL_METHOD =
      "Student t over rows, as receivers and donors of permuted values";

  private final float[][] rows;
  private final boolean[] labels;
  private final Loss loss;
  private final PermutationOptions options;
  private final BatchScoring scoring;
  private final float[] scores;
  private final double[] losses;
  private final double critical;

  private PermutationImportance(
      Scorer scorer, float[][] rows, boolean[] labels, Loss loss, PermutationOptions options) {
    this.rows = rows;
    this.labels = labels;
    this.loss = loss;
    this.options = options;
    this.scoring = new BatchScoring(scorer, options.batchSize());
    this.scores = scoring.score(rows.length, i -> rows[i], i -> "row " + i);
    this.losses = losses(scores);
    this.critical = StudentT.critical(options.level(), rows.length - 1);
  }

  /// Measures every group. A permuted row that is as it was is not scored again, so a constant
  /// group costs nothing and is exactly 0; so is one the scorer never looks at.
  ///
  /// @param rows `[n][features]`, at least 2
  /// @param labels `[n]`, true for the favourable outcome
  /// @param groups with different names; see {@link FeatureGroup#each} for one per feature
  /// @throws IllegalArgumentException for rows, labels or groups that do not fit each other
  /// @throws ScoringException when a score is missing, not finite, or not a probability where the
  ///     loss needs one
  /// @throws java.util.concurrent.CancellationException when the thread is interrupted, seen before
  ///     the next batch
  public static ImportanceReport measure(
      Scorer scorer,
      float[][] rows,
      boolean[] labels,
      List<FeatureGroup> groups,
      Loss loss,
      PermutationOptions options) {
    float[][] copy = FeatureRows.copyOf("set of rows", rows);
    check(copy, labels, groups);
    PermutationImportance run =
        new PermutationImportance(scorer, copy, labels.clone(), loss, options);
    SplittableRandom random = new SplittableRandom(options.seed());
    List<Importance> importances = new ArrayList<>();
    for (FeatureGroup group : groups) {
      importances.add(run.importance(group, random.split()));
    }
    return new ImportanceReport(
        loss.metric(),
        INTERVAL_METHOD,
        mean(run.losses),
        importances,
        options.repeats(),
        run.scoring.evaluations());
  }

  private Importance importance(FeatureGroup group, SplittableRandom random) {
    double[] influence = new double[rows.length];
    double rise = 0;
    for (int repeat = 0; repeat < options.repeats(); repeat++) {
      int[] permutation = permutation(random);
      double[] permuted = losses(permutedScores(group, permutation));
      for (int i = 0; i < permuted.length; i++) {
        double change = (permuted[i] - losses[i]) / options.repeats();
        influence[i] += change;
        influence[permutation[i]] += change;
        rise += change;
      }
    }
    double mean = rise / rows.length;
    double half = critical * standardError(influence);
    return new Importance(group.name(), mean, mean - half, mean + half, options.level());
  }

  private float[] permutedScores(FeatureGroup group, int[] permutation) {
    int[] changed =
        IntStream.range(0, rows.length)
            .filter(i -> differs(group, rows[i], rows[permutation[i]]))
            .toArray();
    float[] rescored =
        scoring.score(
            changed.length,
            i -> mixed(group, rows[changed[i]], rows[permutation[changed[i]]]),
            i ->
                "row "
                    + changed[i]
                    + " with "
                    + group.name()
                    + " taken from row "
                    + permutation[changed[i]]);
    float[] permuted = scores.clone();
    for (int i = 0; i < changed.length; i++) {
      permuted[changed[i]] = rescored[i];
    }
    return permuted;
  }

  private double[] losses(float[] given) {
    double[] result = new double[given.length];
    Arrays.setAll(result, i -> loss.of(given[i], labels[i]));
    return result;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  private int[] permutation(SplittableRandom random) {
    int[] order = IntStream.range(0, rows.length).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    return order;
  }

  private static boolean differs(FeatureGroup group, float[] one, float[] other) {
    for (int column : group.columns()) {
      if (Float.floatToIntBits(one[column]) != Float.floatToIntBits(other[column])) {
        return true;
      }
    }
    return false;
  }

  private static float[] mixed(FeatureGroup group, float[] row, float[] donor) {
    float[] mixed = row.clone();
    for (int column : group.columns()) {
      mixed[column] = donor[column];
    }
    return mixed;
  }

  private static void check(float[][] rows, boolean[] labels, List<FeatureGroup> groups) {
    if (rows.length < 2 || rows.length != labels.length) {
      throw new IllegalArgumentException(
          "permutation importance needs at least 2 rows and a label for each, not "
              + rows.length
              + " rows and "
              + labels.length
              + " labels");
    }
    if (groups.stream().map(FeatureGroup::name).distinct().count() < groups.size()) {
      throw new IllegalArgumentException("two groups have one name: give each group its own");
    }
    for (FeatureGroup group : groups) {
      for (int column : group.columns()) {
        if (column >= rows[0].length) {
          throw new IllegalArgumentException(
              "group "
                  + group.name()
                  + " names column "
                  + column
                  + " and the rows have "
                  + rows[0].length
                  + " columns, counted from 0");
        }
      }
    }
  }
}
