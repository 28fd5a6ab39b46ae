package org.assay.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PermutationImportanceTest {
  private static final List<FeatureGroup> FEATURES =
      FeatureGroup.each(List.of("decisive", "noise", "unread", "constant"));

  private final float[][] rows = Scorers.continuousRows(new SplittableRandom(3), 400, 4);
  private final boolean[] labels = new boolean[rows.length];
  private final Scorer scorer = Scorers.of(row -> 1 / (1 + Math.exp(-3 * row[0] - 0.001 * row[1])));

  PermutationImportanceTest() {
    for (int i = 0; i < rows.length; i++) {
      labels[i] = rows[i][0] > 0;
      rows[i][3] = 7;
    }
  }

  @Test
  void aDecisiveFeatureIsToldFromAnIrrelevantOne() {
    for (Loss loss : List.of(new Loss.ErrorRate(0.5), new Loss.LogLoss(), new Loss.Brier())) {
      List<Importance> found = measure(loss, 1).importances();
      assertThat(found.get(0).low()).as(loss.metric()).isGreaterThan(0.1);
      assertThat(found.get(1).low()).as(loss.metric()).isLessThanOrEqualTo(0);
      assertThat(found.get(1).high()).as(loss.metric()).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void intervalsOfAnIrrelevantFeatureHoldZeroAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(17);
    Scorer misled = Scorers.of(row -> 1 / (1 + Math.exp(-row[0] - row[1])));
    List<FeatureGroup> noise = List.of(new FeatureGroup("noise", List.of(1)));
    int trials = 400;
    int holding = 0;
    for (int trial = 0; trial < trials; trial++) {
      float[][] sample = Scorers.continuousRows(random, 100, 2);
      boolean[] outcomes = new boolean[sample.length];
      for (int i = 0; i < outcomes.length; i++) {
        outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-sample[i][0]));
      }
      PermutationOptions options = new PermutationOptions(10, trial, 0.95, 1000);
      Importance found =
          PermutationImportance.measure(
                  misled, sample, outcomes, noise, new Loss.LogLoss(), options)
              .importances()
              .getFirst();
      holding += found.low() <= 0 && found.high() >= 0 ? 1 : 0;
    }
    assertThat(holding / (double) trials).isBetween(0.91, 0.99);
  }

  /// With one label for all, dealing out a score's only feature anew leaves the mean loss as it
  // was:
  /// what a row gains as receiver another loses as donor, and the interval must know that.
  @Test
  void whatReceiversGainAndDonorsLoseIsNotCountedAsChance() {
    boolean[] all = new boolean[rows.length];
    Arrays.fill(all, true);
    List<FeatureGroup> only = List.of(new FeatureGroup("only", List.of(0)));
    PermutationOptions options = new PermutationOptions(50, 1, 0.95, 1000);
    Importance found =
        PermutationImportance.measure(scorer, rows, all, only, new Loss.Brier(), options)
            .importances()
            .getFirst();
    assertThat(found.mean()).isCloseTo(0, within(1e-4));
    assertThat(found.high() - found.low()).isBetween(0.005, 0.03);
  }

  @Test
  void accuracyDropsToChanceWhenTheOnlyFeatureIsHidden() {
    double favourable = 0;
    for (boolean label : labels) {
      favourable += label ? 1.0 / labels.length : 0;
    }
    Importance decisive = measure(new Loss.ErrorRate(0.5), 1).importances().getFirst();
    assertThat(decisive.mean()).isCloseTo(2 * favourable * (1 - favourable), within(0.03));
  }

  @Test
  void constantAndUnreadFeaturesAreExactlyZero() {
    List<Importance> found = measure(new Loss.Brier(), 1).importances();
    assertThat(found.get(2)).isEqualTo(new Importance("unread", 0, 0, 0, 0.95));
    assertThat(found.get(3)).isEqualTo(new Importance("constant", 0, 0, 0, 0.95));
  }

  @Test
  void aConstantFeatureCostsNoEvaluation() {
    ImportanceReport report =
        measure(List.of(new FeatureGroup("constant", List.of(3))), new Loss.Brier(), 1);
    assertThat(report.evaluations()).isEqualTo(rows.length);
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    assertThat(measure(new Loss.LogLoss(), 9)).isEqualTo(measure(new Loss.LogLoss(), 9));
    assertThat(measure(new Loss.LogLoss(), 9)).isNotEqualTo(measure(new Loss.LogLoss(), 10));
  }

  @Test
  void columnsOfAGroupMoveTogether() {
    for (float[] row : rows) {
      row[1] = row[0];
    }
    Scorer sameSign = Scorers.of(row -> row[0] * row[1] >= 0 ? 1 : 0);
    boolean[] all = new boolean[rows.length];
    Arrays.fill(all, true);
    List<FeatureGroup> groups =
        List.of(new FeatureGroup("both", List.of(0, 1)), new FeatureGroup("one", List.of(0)));
    List<Importance> found =
        PermutationImportance.measure(
                sameSign, rows, all, groups, new Loss.ErrorRate(0.5), PermutationOptions.seeded(1))
            .importances();
    assertThat(found.get(0).mean()).isZero();
    assertThat(found.get(1).low()).isGreaterThan(0.3);
  }

  @Test
  void anInterruptCancels() {
    Scorer interrupting =
        batch -> {
          Thread.currentThread().interrupt();
          return new float[batch.length];
        };
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                PermutationImportance.measure(
                    interrupting,
                    rows,
                    labels,
                    FEATURES,
                    new Loss.Brier(),
                    PermutationOptions.seeded(1)));
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void lossesHaveTheirPublishedValues() {
    assertThat(new Loss.LogLoss().of(0.25f, true)).isCloseTo(Math.log(4), within(1e-12));
    assertThat(new Loss.LogLoss().of(0, true)).isCloseTo(24 * Math.log(2), within(1e-12));
    assertThat(new Loss.Brier().of(0.25f, false)).isEqualTo(0.0625);
    assertThat(new Loss.ErrorRate(0.5).of(0.5f, true)).isZero();
    assertThat(new Loss.ErrorRate(0.5).of(0.49f, true)).isEqualTo(1);
  }

  @Test
  void criticalValuesAreThoseOfTheTables() {
    assertThat(StudentT.critical(0.95, 1)).isCloseTo(12.7062, within(5e-5));
    assertThat(StudentT.critical(0.95, 2)).isCloseTo(4.30265, within(5e-6));
    assertThat(StudentT.critical(0.95, 9)).isCloseTo(2.26216, within(5e-6));
    assertThat(StudentT.critical(0.99, 4)).isCloseTo(4.60409, within(5e-6));
    assertThat(StudentT.critical(0.90, 30)).isCloseTo(1.69726, within(5e-6));
    assertThat(StudentT.critical(0.95, 1000)).isCloseTo(1.96234, within(5e-6));
  }

  @Test
  void inputsThatDoNotFitAreRefusedByName() {
    PermutationOptions options = PermutationOptions.seeded(1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PermutationImportance.measure(
                    scorer, rows, new boolean[3], FEATURES, new Loss.Brier(), options))
        .withMessageContaining("400 rows and 3 labels");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> measure(List.of(new FeatureGroup("income", List.of(4))), new Loss.Brier(), 1))
        .withMessageContaining("group income names column 4 and the rows have 4 columns");
    assertThatIllegalArgumentException().isThrownBy(() -> new PermutationOptions(0, 1, 0.95, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new PermutationOptions(5, 1, 1, 10));
    assertThatExceptionOfType(ScoringException.class)
        .isThrownBy(
            () ->
                PermutationImportance.measure(
                    Scorers.of(row -> 1.5), rows, labels, FEATURES, new Loss.LogLoss(), options))
        .withMessageContaining("the score 1.5 is no probability");
  }

  private ImportanceReport measure(Loss loss, long seed) {
    return measure(FEATURES, loss, seed);
  }

  private ImportanceReport measure(List<FeatureGroup> groups, Loss loss, long seed) {
    return PermutationImportance.measure(
        scorer, rows, labels, groups, loss, PermutationOptions.seeded(seed));
  }
}
