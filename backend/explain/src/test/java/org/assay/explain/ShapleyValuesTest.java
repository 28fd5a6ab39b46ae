package org.assay.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShapleyValuesTest {
  private final SplittableRandom random = new SplittableRandom(11);

  @AfterEach
  void noInterruptIsLeftBehind() {
    Thread.interrupted();
  }

  @Property(tries = 60)
  void valuesAreThoseOfEveryOrderOfArrival(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int features) {
    SplittableRandom each = new SplittableRandom(seed);
    ToDoubleFunction<float[]> function = Scorers.piecewise(each, features);
    float[][] rows = Scorers.rows(each, 2, features);
    float[][] background = Scorers.rows(each, 4, features);
    double[][] values = ShapleyValues.exact(Scorers.of(function), rows, background).values();
    for (int row = 0; row < rows.length; row++) {
      assertThat(values[row])
          .containsExactly(byOrders(function, rows[row], background), within(1e-9));
    }
  }

  @Test
  void aLinearModelGivesWeightTimesDistanceFromTheMean() {
    double[] weights = {2, -1, 0.5, 0};
    float[][] rows = Scorers.rows(random, 5, 4);
    float[][] background = Scorers.rows(random, 40, 4);
    ToDoubleFunction<float[]> linear =
        row ->
            3
                + weights[0] * row[0]
                + weights[1] * row[1]
                + weights[2] * row[2]
                + weights[3] * row[3];
    Attribution attribution = ShapleyValues.exact(Scorers.of(linear), rows, background);
    for (int row = 0; row < rows.length; row++) {
      for (int j = 0; j < 4; j++) {
        int feature = j;
        double mean =
            Arrays.stream(background).mapToDouble(z -> z[feature]).average().orElseThrow();
        assertThat(attribution.values()[row][j])
            .isCloseTo(weights[j] * (rows[row][j] - mean), within(1e-9));
      }
    }
  }

  @Test
  void sharedRowsAreScoredOnceAndChangeNothing() {
    int features = 6;
    Scorer scorer = Scorers.of(Scorers.piecewise(random, features));
    float[][] rows = Scorers.rows(random, 3, features);
    float[][] background = Scorers.rows(random, 60, features);
    Attribution shared = ShapleyValues.exact(scorer, rows, background);
    Attribution apart = ShapleyValues.exact(scorer, rows, background, new ShapleyOptions(7, 1));
    CostEstimate cost = ShapleyValues.cost(rows, background, ShapleyOptions.DEFAULT);
    for (int row = 0; row < rows.length; row++) {
      assertThat(shared.values()[row]).containsExactly(apart.values()[row], within(1e-12));
    }
    assertThat(cost.withoutSharing()).isEqualTo(11_520);
    assertThat(cost.evaluationsAtMost()).isLessThan(cost.withoutSharing());
    assertThat(shared.evaluations())
        .isLessThan(cost.evaluationsAtMost())
        .isLessThan(apart.evaluations());
  }

  @Test
  void noRowIsScoredTwiceExceptByTheSelfCheck() {
    float[][] rows = Scorers.rows(random, 2, 4);
    float[][] background = Scorers.rows(random, 50, 4);
    Map<String, Integer> seen = new HashMap<>();
    Scorer counting =
        Scorers.of(
            row -> {
              seen.merge(Arrays.toString(row), 1, Integer::sum);
              return row[0];
            });
    long evaluations = ShapleyValues.exact(counting, rows, background).evaluations();
    long checks =
        (long) CoalitionWindow.REPEATED_ROWS
            + rows.length
            + FeatureRows.distinct(background).rows().length;
    assertThat(evaluations).isLessThanOrEqualTo(seen.size() + checks);
  }

  @Property(tries = 50)
  void theCostIsNeverExceeded(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int features,
      @ForAll @IntRange(min = 1, max = 300) int windowSize) {
    SplittableRandom each = new SplittableRandom(seed);
    ShapleyOptions options = new ShapleyOptions(50, windowSize);
    float[][] rows = Scorers.continuousRows(each, 3, features);
    float[][] background = Scorers.continuousRows(each, 6, features);
    Attribution attribution =
        ShapleyValues.exact(Scorers.of(row -> row[0]), rows, background, options);
    assertThat(attribution.evaluations())
        .isLessThanOrEqualTo(ShapleyValues.cost(rows, background, options).evaluationsAtMost());
  }

  @Test
  void batchesAreNoLargerThanAsked() {
    AtomicInteger largest = new AtomicInteger();
    Scorer scorer =
        rows -> {
          largest.accumulateAndGet(rows.length, Math::max);
          return new float[rows.length];
        };
    ShapleyOptions options = new ShapleyOptions(100, 1 << 20);
    ShapleyValues.exact(
        scorer,
        Scorers.continuousRows(random, 2, 6),
        Scorers.continuousRows(random, 9, 6),
        options);
    assertThat(largest).hasValue(100);
  }

  @Test
  void twelveFeaturesAreExplained() {
    Scorer scorer = Scorers.of(row -> 1 / (1 + Math.exp(-row[0] * row[1] - row[11])));
    Attribution attribution =
        ShapleyValues.exact(
            scorer, Scorers.continuousRows(random, 1, 12), Scorers.continuousRows(random, 20, 12));
    assertThat(attribution.additivityError()).isLessThan(1e-6);
    assertThat(attribution.values()[0][5]).isZero();
    assertThat(attribution.evaluations()).isBetween(20L * 4095, 20L * 4096 + 200);
  }

  @Test
  void missingValuesAreValuesLikeOthers() {
    Scorer scorer = Scorers.of(row -> Float.isNaN(row[0]) ? 5 : row[1]);
    Attribution attribution =
        ShapleyValues.exact(
            scorer, new float[][] {{Float.NaN, 1}}, new float[][] {{0, 1}, {Float.NaN, 1}});
    assertThat(attribution.values()[0]).containsExactly(2, 0);
    assertThat(attribution.base()).isEqualTo(3);
  }

  @Test
  void theBaseComesWithItsStandardError() {
    float[][] background = {{1}, {2}, {2}, {5}};
    Attribution attribution =
        ShapleyValues.exact(Scorers.of(row -> row[0]), new float[][] {{7}}, background);
    assertThat(attribution.base()).isEqualTo(2.5);
    assertThat(attribution.baseStandardError()).isCloseTo(Math.sqrt(3.0 / 4), within(1e-12));
    assertThat(
            ShapleyValues.exact(Scorers.of(row -> row[0]), new float[][] {{7}}, new float[][] {{1}})
                .baseStandardError())
        .isNull();
  }

  @Test
  void anInterruptCancelsBeforeTheNextBatch() {
    AtomicInteger calls = new AtomicInteger();
    Scorer scorer =
        rows -> {
          if (calls.incrementAndGet() == 3) {
            Thread.currentThread().interrupt();
          }
          return new float[rows.length];
        };
    assertThatThrownBy(
            () ->
                ShapleyValues.exact(
                    scorer,
                    Scorers.continuousRows(random, 1, 8),
                    Scorers.continuousRows(random, 8, 8),
                    new ShapleyOptions(100, 1 << 20)))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("300 evaluations");
    assertThat(calls).hasValue(3);
  }

  @Test
  void inputsThatCannotBeExplainedAreRefusedByName() {
    Scorer scorer = Scorers.of(row -> row[0]);
    float[][] one = {{1, 2}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShapleyValues.exact(scorer, one, new float[0][]))
        .withMessageContaining("the background holds no rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShapleyValues.exact(scorer, new float[][] {{1, 2}, {1}}, one))
        .withMessageContaining(
            "row 1 of the set of rows to explain has 1 features and row 0 has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShapleyValues.exact(scorer, one, new float[][] {{1}}))
        .withMessageContaining("have 2 features and the background has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShapleyValues.exact(scorer, new float[1][13], new float[1][13]))
        .withMessageContaining("at most 12 features and these rows have 13")
        .withMessageContaining("explain at most 12");
  }

  /// The definition: the mean marginal contribution over all orders in which features can arrive.
  private static double[] byOrders(
      ToDoubleFunction<float[]> function, float[] x, float[][] background) {
    double[] values = new double[x.length];
    int[] order = new int[x.length];
    Arrays.setAll(order, i -> i);
    int orders = walk(order, 0, function, x, background, values);
    return Arrays.stream(values).map(value -> value / orders / background.length).toArray();
  }

  private static int walk(
      int[] order,
      int from,
      ToDoubleFunction<float[]> function,
      float[] x,
      float[][] background,
      double[] values) {
    if (from == order.length) {
      for (float[] z : background) {
        float[] current = z.clone();
        for (int feature : order) {
          double before = (float) function.applyAsDouble(current);
          current[feature] = x[feature];
          values[feature] += (float) function.applyAsDouble(current) - before;
        }
      }
      return 1;
    }
    int orders = 0;
    for (int i = from; i < order.length; i++) {
      swap(order, from, i);
      orders += walk(order, from + 1, function, x, background, values);
      swap(order, from, i);
    }
    return orders;
  }

  private static void swap(int[] order, int one, int other) {
    int held = order[one];
    order[one] = order[other];
    order[other] = held;
  }
}
