package org.assay.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class IntersectionsTest {

  /// Fair by either attribute and unfair by both: the case for intersections.
  @Test
  void aGapThatOnlyTheIntersectionShowsIsFound() {
    AuditReport report =
        Rows.of("sex", "race")
            .group(List.of("female", "black"), 10, 0, 10, 80)
            .group(List.of("female", "white"), 40, 50, 0, 10)
            .group(List.of("male", "black"), 40, 50, 0, 10)
            .group(List.of("male", "white"), 10, 0, 10, 80)
            .reference("sex", "male")
            .reference("race", "black")
            .audit();
    assertThat(difference(report, "sex")).isZero();
    assertThat(difference(report, "race")).isZero();
    assertThat(difference(report, "sex x race")).isEqualTo(.8, within(1e-12));
    assertThat(
            Reports.defined(
                    report,
                    "demographic_parity_difference_to_reference",
                    "sex x race=female x black")
                .value())
        .isEqualTo(-.8, within(1e-12));
  }

  @Test
  void aCombinationWithAnUnknownPartIsListedAndInNoMetric() {
    AuditReport report =
        Rows.of("sex", "race")
            .group(List.of("female", "black"), 5, 5, 5, 5)
            .group(List.of("male", "black"), 5, 5, 5, 5)
            .group(List.of("male", "unknown"), 40, 0, 0, 0)
            .audit();
    assertThat(Reports.group(report, "sex x race", "male x unknown").n()).isEqualTo(40);
    assertThat(difference(report, "sex x race")).isZero();
  }

  @Test
  void anIntersectionIsComparedWithAReferenceOnlyWhereEachAttributeHasOne() {
    AuditReport report =
        Rows.of("sex", "race")
            .group(List.of("female", "black"), 5, 5, 5, 5)
            .group(List.of("male", "white"), 5, 5, 5, 5)
            .reference("sex", "male")
            .audit();
    assertThat(report.metrics())
        .filteredOn(metric -> metric.id().endsWith("_to_reference"))
        .extracting(MetricResult::attribute)
        .containsOnly("sex=female");
  }

  @Test
  void setsHaveAtMostThreeAttributes() {
    List<List<Integer>> sets = AttributeSets.of(5);
    assertThat(sets).hasSize(5 + 10 + 10).doesNotHaveDuplicates();
    assertThat(sets.getFirst()).containsExactly(0);
    assertThat(sets.getLast()).containsExactly(2, 3, 4);
  }

  /// Ten attributes of five values have more combinations than a dense table holds.
  @Test
  void manyAttributesGiveTheSameGroupsAsEachAlone() {
    AuditReport together = BiasAudits.audit(request(10, 5));
    for (int i = 0; i < 10; i++) {
      AuditRequest all = request(10, 5);
      AuditReport alone =
          BiasAudits.audit(
              new AuditRequest(
                  all.labels(),
                  all.predictions(),
                  List.of(all.attributes().get(i)),
                  Map.of(),
                  1,
                  .95));
      assertThat(together.groups()).containsAll(alone.groups());
      assertThat(together.metrics()).containsAll(alone.metrics());
    }
  }

  @Test
  void attributesWithTooManyCombinationsAreRefusedByName() {
    assertThatThrownBy(() -> BiasAudits.audit(request(40, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a39");
  }

  @Test
  void anInterruptedAuditStops() {
    AuditRequest request = request(2, 2);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> BiasAudits.audit(request)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static AuditRequest request(int attributes, int values) {
    int rows = 600;
    boolean[] labels = new boolean[rows];
    boolean[] predictions = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = row * 7 % 3 == 0;
      predictions[row] = row * 11 % 5 < 2;
    }
    List<Attribute> all = new ArrayList<>();
    for (int i = 0; i < attributes; i++) {
      int[] codes = new int[rows];
      for (int row = 0; row < rows; row++) {
        codes[row] = row * (i + 13) / 7 % (values + 1) - 1;
      }
      all.add(new Attribute("a" + i, List.of("v", "w", "x", "y", "z").subList(0, values), codes));
    }
    return new AuditRequest(labels, predictions, all, Map.of(), 1, .95);
  }

  private static double difference(AuditReport report, String attribute) {
    return Reports.defined(report, "demographic_parity_difference", attribute).value();
  }
}
