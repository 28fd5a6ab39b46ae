package org.assay.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Whole audits against values that others have published or computed.
class PublishedAuditsTest {

  private static final Offset<Double> TEN_DIGITS = within(5e-11);
  private static final Offset<Double> FOUR_DIGITS = within(5e-5);

  /// ProPublica's COMPAS counts (two-year file, all rows; positive = high risk).
  private static AuditReport compas() {
    return Rows.of("race")
        .group("African-American", 1369, 805, 532, 990)
        .group("Caucasian", 505, 349, 461, 1139)
        .reference("race", "Caucasian")
        .minimum(30)
        .audit();
  }

  @Test
  void compasGroupRatesAreProPublicas() {
    AuditReport report = compas();
    assertThat(Reports.rate(report, "race", "African-American", "fpr"))
        .isEqualTo(.4485, FOUR_DIGITS);
    assertThat(1 - Reports.rate(report, "race", "African-American", "tpr"))
        .isEqualTo(.2799, FOUR_DIGITS);
    assertThat(Reports.rate(report, "race", "African-American", "ppv"))
        .isEqualTo(.63, within(.005));
    assertThat(Reports.rate(report, "race", "Caucasian", "fpr")).isEqualTo(.2345, FOUR_DIGITS);
    assertThat(1 - Reports.rate(report, "race", "Caucasian", "tpr")).isEqualTo(.4772, FOUR_DIGITS);
    assertThat(Reports.rate(report, "race", "Caucasian", "ppv")).isEqualTo(.59, within(.005));
  }

  @Test
  void compasParityIsThatOfAif360AndFairlearn() {
    AuditReport report = compas();
    assertThat(value(report, "demographic_parity_difference", "race"))
        .isEqualTo(.2402002032, TEN_DIGITS);
    assertThat(value(report, "demographic_parity_ratio", "race"))
        .isEqualTo(.5916375570, TEN_DIGITS);
    assertThat(value(report, "demographic_parity_difference_to_reference", "race=African-American"))
        .isEqualTo(.2402002032, TEN_DIGITS);
    assertThat(value(report, "demographic_parity_ratio_to_reference", "race=African-American"))
        .isEqualTo(1.6902240032, TEN_DIGITS);
  }

  /// AIF360's EOD is the larger gap, here that of the false positive rates; its AOD is the mean of
  /// the two gaps, which gives the gap of the true positive rates.
  @Test
  void compasOddsAreThoseOfAif360AndFairlearn() {
    AuditReport report = compas();
    assertThat(value(report, "equalized_odds_difference", "race"))
        .isEqualTo(.2139249558, TEN_DIGITS);
    assertThat(value(report, "equal_opportunity_difference", "race"))
        .isEqualTo(2 * .2056489598 - .2139249558, within(2e-10));
    assertThat(
            Reports.rate(report, "race", "Caucasian", "fpr")
                / Reports.rate(report, "race", "African-American", "fpr"))
        .as("Fairlearn's equalized odds ratio")
        .isEqualTo(.5229872103, TEN_DIGITS);
  }

  @Test
  void compasLabelsAndAccuracyAreThoseOfClarify() {
    AuditReport report = compas();
    assertThat(
            Reports.rate(report, "race", "Caucasian", "base_rate")
                - Reports.rate(report, "race", "African-American", "base_rate"))
        .as("DPL")
        .isEqualTo(-.1206967951, TEN_DIGITS);
    assertThat(
            Reports.rate(report, "race", "Caucasian", "ppv")
                - Reports.rate(report, "race", "African-American", "ppv"))
        .as("DAR")
        .isEqualTo(-.0383799168, TEN_DIGITS);
    assertThat(
            Reports.rate(report, "race", "Caucasian", "accuracy")
                - Reports.rate(report, "race", "African-American", "accuracy"))
        .as("AD")
        .isEqualTo(.0316690746, TEN_DIGITS);
  }

  /// [.1829, .2453] by a bootstrap of 5,000 over the rows; another method, hence the tolerance.
  @Test
  void compasFalsePositiveGapHasAboutTheIntervalOfARowBootstrap() {
    Bounds bounds =
        NewcombeInterval.bounds(
            new Proportion(805, 1795), new Proportion(349, 1488), StandardNormal.critical(.05));
    assertThat(bounds.low()).isEqualTo(.1829, within(.0015));
    assertThat(bounds.high()).isEqualTo(.2453, within(.0015));
  }

  /// The worked example of Fairlearn's user guide, "Performing a fairness assessment".
  @Test
  void theExampleOfFairlearnsUserGuideIsReproduced() {
    int[] labels = {0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    int[] predictions = {0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0};
    String groups = "bbabbcccaacabccbcc";
    Rows rows = Rows.of("group");
    for (int i = 0; i < labels.length; i++) {
      rows.add(List.of(groups.substring(i, i + 1)), 1, labels[i] == 1, predictions[i] == 1);
    }
    AuditReport report = rows.audit();

    assertRates(report, "a", 4, .5, 1, .75);
    assertRates(report, "b", 6, .6, 0, .5);
    assertRates(report, "c", 8, .4, 2 / 3., .5);
    assertThat(value(report, "demographic_parity_difference", "group")).isEqualTo(.25, TEN_DIGITS);
    assertThat(value(report, "demographic_parity_ratio", "group")).isEqualTo(2 / 3., TEN_DIGITS);
    assertThat(value(report, "equal_opportunity_difference", "group")).isEqualTo(.2, TEN_DIGITS);
    assertThat(value(report, "equalized_odds_difference", "group")).isEqualTo(1, TEN_DIGITS);
  }

  private static void assertRates(
      AuditReport report, String value, long n, double tpr, double fpr, double selected) {
    assertThat(Reports.group(report, "group", value).n()).isEqualTo(n);
    assertThat(Reports.rate(report, "group", value, "tpr")).isEqualTo(tpr, TEN_DIGITS);
    assertThat(Reports.rate(report, "group", value, "fpr")).isEqualTo(fpr, TEN_DIGITS);
    assertThat(Reports.rate(report, "group", value, "selection_rate"))
        .isEqualTo(selected, TEN_DIGITS);
  }

  private static double value(AuditReport report, String id, String attribute) {
    return Reports.defined(report, id, attribute).value();
  }
}
