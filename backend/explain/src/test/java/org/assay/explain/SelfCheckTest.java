package org.assay.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
  private final SplittableRandom random = new SplittableRandom(5);
  private final float[][] rows = Scorers.continuousRows(random, 2, 5);
  private final float[][] background = Scorers.continuousRows(random, 10, 5);

  @Test
  void aScorerWithNoiseIsRefused() {
    Scorer noisy = Scorers.of(row -> row[0] + 0.01 * random.nextDouble());
    assertThatExceptionOfType(AdditivityException.class)
        .isThrownBy(() -> ShapleyValues.exact(noisy, rows, background))
        .withMessageContaining("the values of row 0 add up to")
        .withMessageContaining("limit 1.0E-5");
  }

  @Test
  void aScorerThatAnswersOtherwiseForSmallBatchesIsRefused() {
    Scorer corrupted =
        batch -> {
          float[] scores = new float[batch.length];
          for (int i = 0; i < scores.length; i++) {
            scores[i] = batch[i][0] + (batch.length == rows.length ? 0.5f : 0);
          }
          return scores;
        };
    assertThatExceptionOfType(AdditivityException.class)
        .isThrownBy(() -> ShapleyValues.exact(corrupted, rows, background));
  }

  @Test
  void noiseBetweenTheEndsOfTheSumsIsRefusedToo() {
    Scorer noisyInside =
        Scorers.of(row -> isEnd(row) ? row[0] : row[0] + 0.01 * random.nextDouble());
    assertThatExceptionOfType(UnstableScorerException.class)
        .isThrownBy(() -> ShapleyValues.exact(noisyInside, rows, background))
        .withMessageContaining("make it deterministic");
  }

  @Test
  void aScoreThatIsNotFiniteIsRefusedWithItsRow() {
    Scorer failsOnRow = Scorers.of(row -> Arrays.equals(row, rows[1]) ? Double.NaN : row[0]);
    assertThatExceptionOfType(ScoringException.class)
        .isThrownBy(() -> ShapleyValues.exact(failsOnRow, rows, background))
        .withMessageContaining("with features [0, 1, 2, 3, 4] taken from row 1 is NaN");
    Scorer failsOnMix =
        Scorers.of(
            row ->
                row[0] == rows[0][0] && row[3] == background[4][3]
                    ? Double.POSITIVE_INFINITY
                    : row[0]);
    assertThatExceptionOfType(ScoringException.class)
        .isThrownBy(() -> ShapleyValues.exact(failsOnMix, rows, background))
        .withMessageContaining("background row 4 with features [0] taken from row 0 is Infinity");
  }

  @Test
  void aWrongNumberOfScoresIsRefused() {
    assertThatThrownBy(() -> ShapleyValues.exact(batch -> new float[3], rows, background))
        .isInstanceOf(ScoringException.class)
        .hasMessageContaining("it must return one per row");
  }

  @Test
  void sparsenessIsTheGiniIndex() {
    assertThat(Quality.gini(new double[] {0, 0, 0, 4})).isEqualTo(0.75);
    assertThat(Quality.gini(new double[] {2, 2, 2})).isZero();
    assertThat(Quality.gini(new double[] {1, 3})).isEqualTo(0.25);
    assertThat(Quality.gini(new double[] {0, 0})).isNull();
  }

  @Test
  void aReportCarriesItsQuality() {
    Attribution attribution = ShapleyValues.exact(Scorers.of(row -> row[2]), rows, background);
    Quality quality = attribution.quality();
    assertThat(quality.sparseness()).isEqualTo(0.8);
    assertThat(quality.additivityError()).isEqualTo(attribution.additivityError()).isLessThan(1e-9);
    assertThat(quality.repeatError()).isZero();
    assertThat(quality.baseStandardError()).isPositive();
    assertThat(quality.evaluations()).isEqualTo(attribution.evaluations());
  }

  private boolean isEnd(float[] row) {
    return Arrays.stream(rows).anyMatch(end -> Arrays.equals(end, row))
        || Arrays.stream(background).anyMatch(end -> Arrays.equals(end, row));
  }
}
