package org.assay.explain;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// Scorers and rows for the tests.
final class Scorers {
  private Scorers() {}

  static Scorer of(ToDoubleFunction<float[]> function) {
    return rows -> {
      float[] scores = new float[rows.length];
      for (int i = 0; i < rows.length; i++) {
        scores[i] = (float) function.applyAsDouble(rows[i]);
      }
      return scores;
    };
  }

  /// A random function that is constant on the cells of a grid: every feature falls in one of 3
  /// bins, and each cell has a whole number from -8 to 8, so that sums of two such functions are
  /// exact in float.
  static ToDoubleFunction<float[]> piecewise(RandomGenerator random, int features) {
    int cells = (int) Math.pow(3, features);
    double[] table = random.ints(cells, -8, 9).asDoubleStream().toArray();
    return row -> {
      int cell = 0;
      for (int i = 0; i < features; i++) {
        cell = 3 * cell + (row[i] < -0.5 ? 0 : row[i] < 0.5 ? 1 : 2);
      }
      return table[cell];
    };
  }

  /// Rows of whole and half numbers, so that values repeat between rows.
  static float[][] rows(RandomGenerator random, int count, int features) {
    float[][] rows = new float[count][features];
    for (float[] row : rows) {
      for (int i = 0; i < features; i++) {
        row[i] = random.nextInt(-2, 3) / 2f;
      }
    }
    return rows;
  }

  /// Rows of which no two share a value.
  static float[][] continuousRows(RandomGenerator random, int count, int features) {
    float[][] rows = new float[count][features];
    for (float[] row : rows) {
      for (int i = 0; i < features; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return rows;
  }
}
