package org.assay.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The cases where a peer answers NaN, a silent 0 or nothing.
class EdgeCasesTest {

  private static final String DP = "demographic_parity_difference";
  private static final String RATIO = "demographic_parity_ratio";
  private static final String OPPORTUNITY = "equal_opportunity_difference";
  private static final String ODDS = "equalized_odds_difference";

  @Test
  void aGroupWithoutPositivesHasNoTruePositiveRate() {
    AuditReport report = withoutPositives();
    assertThat(Reports.group(report, "race", "blue").rates().get("tpr"))
        .isEqualTo(new Measure.Undefined("no positives in group"));
    assertThat(Reports.rate(report, "race", "blue", "fpr")).isEqualTo(.25);
  }

  /// Peer defect D5: the missing rate vanished in a maximum and the other gap passed for the
  /// answer.
  @Test
  void equalizedOddsIsUndefinedAndNamesTheGroupWithoutPositives() {
    AuditReport report = withoutPositives();
    for (String id : List.of(ODDS, OPPORTUNITY)) {
      assertThat(Reports.metric(report, id, "race"))
          .isInstanceOfSatisfying(
              Measure.Undefined.class,
              undefined ->
                  assertThat(undefined.reason()).contains("no positives in group", "race=blue"));
    }
    assertThat(Reports.defined(report, DP, "race").value()).isEqualTo(.25, within(1e-12));
  }

  @Test
  void equalizedOddsIsUndefinedAndNamesTheGroupWithoutNegatives() {
    AuditReport report =
        Rows.of("race").group("blue", 10, 0, 10, 0).group("red", 10, 10, 10, 10).audit();
    assertThat(Reports.metric(report, ODDS, "race"))
        .isInstanceOfSatisfying(
            Measure.Undefined.class,
            undefined ->
                assertThat(undefined.reason()).contains("no negatives in group", "race=blue"));
    assertThat(Reports.defined(report, OPPORTUNITY, "race").value()).isZero();
  }

  @Test
  void aRatioOfZeroToZeroIsUndefinedAndShowsBothRates() {
    AuditReport report =
        Rows.of("race").group("blue", 0, 0, 5, 15).group("red", 0, 0, 10, 20).audit();
    assertThat(Reports.metric(report, RATIO, "race"))
        .isInstanceOfSatisfying(
            Measure.Undefined.class,
            undefined -> assertThat(undefined.reason()).contains("0/20", "0/30"));
    assertThat(Reports.defined(report, DP, "race").value()).isZero();
  }

  @Test
  void aRatioToAReferenceOfZeroIsUndefinedAndShowsBothRates() {
    AuditReport report =
        Rows.of("race")
            .group("blue", 3, 4, 5, 8)
            .group("red", 0, 0, 10, 20)
            .reference("race", "red")
            .audit();
    assertThat(Reports.metric(report, "demographic_parity_ratio_to_reference", "race=blue"))
        .isInstanceOfSatisfying(
            Measure.Undefined.class,
            undefined -> assertThat(undefined.reason()).contains("7/20", "0/30"));
    assertThat(Reports.defined(report, RATIO, "race").value()).isZero();
    assertThat(Reports.defined(report, RATIO, "race").interval().low()).isZero();
  }

  @Test
  void anEmptyGroupIsListedSuppressedAndInNoMinimum() {
    AuditReport report = BiasAudits.audit(twoOfThreeValues());
    GroupResult empty = Reports.group(report, "race", "green");
    assertThat(empty.n()).isZero();
    assertThat(empty.rates().values())
        .hasSize(6)
        .allSatisfy(rate -> assertThat(rate).isInstanceOf(Measure.Suppressed.class));
    assertThat(Reports.defined(report, DP, "race").value()).isEqualTo(.5);
  }

  @Test
  void aGroupOfOneRowIsSuppressedWhateverTheMinimum() {
    AuditReport report =
        Rows.of("race")
            .group("blue", 5, 5, 5, 5)
            .group("red", 5, 0, 5, 10)
            .group("green", 1, 0, 0, 0)
            .minimum(1)
            .audit();
    assertThat(Reports.group(report, "race", "green").rates().get("selection_rate"))
        .isInstanceOfSatisfying(
            Measure.Suppressed.class, suppressed -> assertThat(suppressed.n()).isEqualTo(1));
    assertThat(Reports.defined(report, DP, "race").value()).isEqualTo(.25, within(1e-12));
  }

  @Test
  void aGroupBelowTheMinimumIsInNoMetricAndOneAtTheMinimumIs() {
    Rows rows =
        Rows.of("race")
            .group("blue", 10, 10, 10, 10)
            .group("red", 15, 15, 15, 15)
            .group("green", 29, 0, 0, 0);
    assertThat(Reports.defined(rows.minimum(30).audit(), DP, "race").value()).isZero();
    assertThat(Reports.defined(rows.minimum(29).audit(), DP, "race").value()).isEqualTo(.5);
  }

  @Test
  void aRateOverTooFewObservationsIsSuppressedAndLeftOutOfItsMetricOnly() {
    AuditReport report =
        Rows.of("race")
            .group("blue", 20, 10, 20, 30)
            .group("red", 20, 10, 20, 30)
            .group("green", 5, 40, 0, 35)
            .minimum(30)
            .audit();
    assertThat(Reports.group(report, "race", "green").rates().get("tpr"))
        .isInstanceOfSatisfying(
            Measure.Suppressed.class, suppressed -> assertThat(suppressed.n()).isEqualTo(5));
    assertThat(Reports.defined(report, OPPORTUNITY, "race").value()).isZero();
    assertThat(Reports.defined(report, DP, "race").value()).isGreaterThan(.1);
  }

  @Test
  void unknownIsAGroupOfItsOwnAndInNoMetric() {
    AuditReport report =
        Rows.of("race")
            .group("blue", 5, 5, 5, 5)
            .group("red", 5, 5, 5, 5)
            .group(Attribute.UNKNOWN, 40, 0, 0, 0)
            .reference("race", "red")
            .audit();
    assertThat(Reports.rate(report, "race", "unknown", "selection_rate")).isEqualTo(1);
    assertThat(Reports.defined(report, DP, "race").value()).isZero();
    assertThat(report.metrics()).noneMatch(metric -> metric.attribute().contains("unknown"));
  }

  @Test
  void oneGroupAloneIsNotCompared() {
    AuditReport report = Rows.of("race").group("blue", 5, 5, 5, 5).audit();
    assertThat(Reports.metric(report, DP, "race")).isInstanceOf(Measure.Undefined.class);
  }

  @Test
  void aSingleLargeGroupAmongSmallOnesSuppressesTheMetric() {
    AuditReport report =
        Rows.of("race").group("blue", 50, 0, 0, 50).group("red", 3, 1, 1, 1).minimum(30).audit();
    assertThat(Reports.metric(report, DP, "race"))
        .isInstanceOfSatisfying(
            Measure.Suppressed.class,
            suppressed -> assertThat(suppressed.reason()).contains("1 of 2 groups of race"));
  }

  @Test
  void aSmallReferenceSuppressesItsComparisons() {
    AuditReport report =
        Rows.of("race")
            .group("blue", 50, 0, 0, 50)
            .group("red", 3, 1, 1, 1)
            .reference("race", "red")
            .minimum(30)
            .audit();
    assertThat(Reports.metric(report, "demographic_parity_difference_to_reference", "race=blue"))
        .isInstanceOfSatisfying(
            Measure.Suppressed.class,
            suppressed -> assertThat(suppressed.reason()).contains("race=red", "6 rows"));
  }

  private static AuditReport withoutPositives() {
    return Rows.of("race").group("blue", 0, 10, 0, 30).group("red", 10, 10, 10, 10).audit();
  }

  private static AuditRequest twoOfThreeValues() {
    boolean[] labels = {true, false, true, false, true, false, true, false};
    boolean[] predictions = {true, true, true, true, true, true, false, false};
    Attribute race =
        new Attribute("race", List.of("blue", "green", "red"), new int[] {0, 0, 0, 0, 2, 2, 2, 2});
    return new AuditRequest(labels, predictions, List.of(race), Map.of(), 1, .95);
  }
}
