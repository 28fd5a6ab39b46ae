package org.assay.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The coalitions held in memory at one time. Each pair of an explained row x and a background row
/// z spans the subsets of the features in which they differ; a mixed row that several coalitions
/// share is scored once.
final class CoalitionWindow {
  /// Mixed rows scored a second time per window, to see that the scorer repeats itself.
  static final int REPEATED_ROWS = 64;

  private record Pair(int row, int background, int differing, int offset) {}

  private final float[][] explained;
  private final FeatureRows background;
  private final int capacity;
  private final RowTable mixed = new RowTable();
  private final List<Pair> pairs = new ArrayList<>();
  private int[] numbers = new int[1024];
  private int used;

  CoalitionWindow(float[][] explained, FeatureRows background, int capacity) {
    this.explained = explained;
    this.background = background;
    this.capacity = capacity;
  }

  boolean hasRoomFor(int differing) {
    return pairs.isEmpty() || used + (1L << Integer.bitCount(differing)) <= capacity;
  }

  /// Walks the subsets in Gray-code order, so that one feature changes at a time.
  void add(int row, int backgroundRow, int differing) {
    float[] x = explained[row];
    float[] current = background.rows()[backgroundRow].clone();
    int[] features = featuresOf(differing);
    int subsets = 1 << features.length;
    reserve(subsets);
    pairs.add(new Pair(row, backgroundRow, differing, used));
    long hash = 0;
    for (int i = 0; i < current.length; i++) {
      hash += RowTable.hash(i, current[i]);
    }
    numbers[used] = mixed.numberOf(current, hash);
    for (int step = 1; step < subsets; step++) {
      int subset = step ^ step >>> 1;
      int bit = Integer.numberOfTrailingZeros(step);
      int feature = features[bit];
      hash -= RowTable.hash(feature, current[feature]);
      current[feature] =
          (subset >>> bit & 1) == 1 ? x[feature] : background.rows()[backgroundRow][feature];
      hash += RowTable.hash(feature, current[feature]);
      numbers[used + subset] = mixed.numberOf(current, hash);
    }
    used += subsets;
  }

  /// Scores the window, adds its share to `values` (`[row][feature]`) and empties it.
  ///
  /// @return the largest difference between two scores of one row, relative to max(1, |score|)
  double drainInto(double[][] values, BatchScoring scoring) {
    float[] scores = scoring.score(mixed.size(), mixed::row, this::describe);
    double repeatError = repeatError(scores, scoring);
    for (Pair pair : pairs) {
      attribute(pair, scores, values[pair.row]);
    }
    pairs.clear();
    mixed.clear();
    used = 0;
    return repeatError;
  }

  private double repeatError(float[] scores, BatchScoring scoring) {
    int count = Math.min(REPEATED_ROWS, scores.length);
    int[] sample = new int[count];
    Arrays.setAll(sample, i -> scores.length - 1 - (int) ((long) i * scores.length / count));
    float[] again = scoring.score(count, i -> mixed.row(sample[i]), i -> describe(sample[i]));
    double error = 0;
    for (int i = 0; i < count; i++) {
      error = Math.max(error, SelfCheck.relative(again[i], scores[sample[i]]));
    }
    return error;
  }

  /// `phi_j = sum over S without j of |S|! (d - |S| - 1)! / d! (f(S + j) - f(S))` for one z, where
  /// only the d features that differ between x and z can change f (Lundberg and Lee 2017, the
  /// interventional value function).
  private void attribute(Pair pair, float[] scores, double[] values) {
    int[] features = featuresOf(pair.differing);
    double[] weights = weights(features.length);
    double share = background.counts()[pair.background] / (double) background.total();
    for (int j = 0; j < features.length; j++) {
      double sum = 0;
      for (int subset = 0; subset < 1 << features.length; subset++) {
        if ((subset >>> j & 1) == 0) {
          double with = scores[numbers[pair.offset + (subset | 1 << j)]];
          sum += weights[Integer.bitCount(subset)] * (with - scores[numbers[pair.offset + subset]]);
        }
      }
      values[features[j]] += share * sum;
    }
  }

  /// `weights[k] = k! (d - k - 1)! / d!`, which is `1 / (d C(d - 1, k))`.
  private static double[] weights(int d) {
    double[] weights = new double[d];
    double choose = 1;
    for (int k = 0; k < d; k++) {
      weights[k] = 1 / (d * choose);
      choose = choose * (d - 1 - k) / (k + 1);
    }
    return weights;
  }

  private String describe(int number) {
    for (Pair pair : pairs) {
      int[] features = featuresOf(pair.differing);
      for (int subset = 0; subset < 1 << features.length; subset++) {
        if (numbers[pair.offset + subset] == number) {
          int chosen = subset;
          int[] taken =
              Arrays.stream(features)
                  .filter(f -> (chosen >>> Arrays.binarySearch(features, f) & 1) == 1)
                  .toArray();
          return "background row "
              + background.firstIndex()[pair.background]
              + " with features "
              + Arrays.toString(taken)
              + " taken from row "
              + pair.row;
        }
      }
    }
    return "mixed row " + number;
  }

  private static int[] featuresOf(int mask) {
    int[] features = new int[Integer.bitCount(mask)];
    int rest = mask;
    for (int i = 0; i < features.length; i++) {
      features[i] = Integer.numberOfTrailingZeros(rest);
      rest &= rest - 1;
    }
    return features;
  }

  private void reserve(int more) {
    if (used + more > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(used + more, 2 * numbers.length));
    }
  }
}
