package org.assay.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShapleyAxiomsTest {
  @Property(tries = 100)
  void valuesAndBaseAddUpToTheScore(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int features) {
    SplittableRandom random = new SplittableRandom(seed);
    ToDoubleFunction<float[]> function = Scorers.piecewise(random, features);
    float[][] rows = Scorers.rows(random, 3, features);
    Attribution attribution =
        ShapleyValues.exact(Scorers.of(function), rows, Scorers.rows(random, 5, features));
    for (int row = 0; row < rows.length; row++) {
      double sum = attribution.base();
      for (double value : attribution.values()[row]) {
        sum += value;
      }
      assertThat(sum).isCloseTo(function.applyAsDouble(rows[row]), within(1e-9));
    }
  }

  @Property(tries = 100)
  void featuresThatPlayTheSamePartGetTheSameValue(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int features) {
    SplittableRandom random = new SplittableRandom(seed);
    ToDoubleFunction<float[]> any = Scorers.piecewise(random, features);
    ToDoubleFunction<float[]> symmetric =
        row -> any.applyAsDouble(row) + any.applyAsDouble(firstTwoSwapped(row));
    float[][] rows = withEqualFirstTwo(Scorers.rows(random, 3, features));
    float[][] background = withEqualFirstTwo(Scorers.rows(random, 4, features));
    for (double[] values : ShapleyValues.exact(Scorers.of(symmetric), rows, background).values()) {
      assertThat(values[0]).isCloseTo(values[1], within(1e-9));
    }
  }

  @Property(tries = 100)
  void aFeatureThatIsNeverReadGetsNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int features) {
    SplittableRandom random = new SplittableRandom(seed);
    ToDoubleFunction<float[]> withoutLast = Scorers.piecewise(random, features);
    float[][] rows = Scorers.rows(random, 3, features + 1);
    float[][] background = Scorers.rows(random, 4, features + 1);
    for (double[] values :
        ShapleyValues.exact(Scorers.of(withoutLast), rows, background).values()) {
      assertThat(values[features]).isZero();
    }
  }

  @Property(tries = 100)
  void valuesOfASumAreSumsOfTheValues(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int features) {
    SplittableRandom random = new SplittableRandom(seed);
    ToDoubleFunction<float[]> one = Scorers.piecewise(random, features);
    ToDoubleFunction<float[]> other = Scorers.piecewise(random, features);
    float[][] rows = Scorers.rows(random, 2, features);
    float[][] background = Scorers.rows(random, 4, features);
    ToDoubleFunction<float[]> both = row -> 2 * one.applyAsDouble(row) + other.applyAsDouble(row);
    double[][] ofOne = ShapleyValues.exact(Scorers.of(one), rows, background).values();
    double[][] ofOther = ShapleyValues.exact(Scorers.of(other), rows, background).values();
    double[][] ofBoth = ShapleyValues.exact(Scorers.of(both), rows, background).values();
    for (int row = 0; row < rows.length; row++) {
      for (int j = 0; j < features; j++) {
        assertThat(ofBoth[row][j]).isCloseTo(2 * ofOne[row][j] + ofOther[row][j], within(1e-9));
      }
    }
  }

  private static float[] firstTwoSwapped(float[] row) {
    float[] swapped = row.clone();
    swapped[0] = row[1];
    swapped[1] = row[0];
    return swapped;
  }

  private static float[][] withEqualFirstTwo(float[][] rows) {
    for (float[] row : rows) {
      row[1] = row[0];
    }
    return rows;
  }
}
