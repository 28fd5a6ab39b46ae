package org.assay.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What holds for every audit. Rows are drawn from a seed, so that a failure can be repeated.
class AuditPropertiesTest {

  private record Row(boolean label, boolean prediction, int first, int second) {}

  @Property(tries = 300)
  void theOrderOfRowsDoesNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int size,
      @ForAll @IntRange(min = 1, max = 12) int minimum) {
    List<Row> rows = rows(seed, size);
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(~seed));
    assertThat(audit(shuffled, minimum)).isEqualTo(audit(rows, minimum));
  }

  @Property(tries = 300)
  void theOrderOfGroupsDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
    List<Row> rows = rows(seed, size);
    List<Row> renamed =
        rows.stream()
            .map(
                r ->
                    new Row(
                        r.label(), r.prediction(), r.first() < 0 ? -1 : 2 - r.first(), r.second()))
            .toList();
    AuditReport one = audit(rows, 2);
    AuditReport two = audit(renamed, 2);
    for (String id : List.of("demographic_parity_difference", "demographic_parity_ratio")) {
      assertSame(Reports.metric(one, id, "a"), Reports.metric(two, id, "a"));
      assertSame(Reports.metric(one, id, "a x b"), Reports.metric(two, id, "a x b"));
    }
  }

  @Property(tries = 300)
  void intersectionsAddUpToTheirAttribute(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
    AuditReport report = audit(rows(seed, size), 5);
    for (GroupResult group : report.groups()) {
      if (group.attribute().equals("a")) {
        List<GroupResult> parts =
            report.groups().stream()
                .filter(g -> g.attribute().equals("a x b"))
                .filter(g -> g.value().startsWith(group.value() + " x "))
                .toList();
        assertThat(parts.stream().mapToLong(GroupResult::tp).sum()).isEqualTo(group.tp());
        assertThat(parts.stream().mapToLong(GroupResult::fp).sum()).isEqualTo(group.fp());
        assertThat(parts.stream().mapToLong(GroupResult::fn).sum()).isEqualTo(group.fn());
        assertThat(parts.stream().mapToLong(GroupResult::tn).sum()).isEqualTo(group.tn());
      }
    }
  }

  /// [Measure.Defined] refuses NaN and a value outside its interval, so an audit that ends has
  /// neither.
  @Property(tries = 1000)
  void everyFigureIsFiniteInRangeAndHasAnInterval(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @IntRange(min = 1, max = 6) int minimum) {
    AuditReport report = audit(rows(seed, size), minimum);
    List<Measure> measures = new ArrayList<>();
    report.groups().forEach(group -> measures.addAll(group.rates().values()));
    report.metrics().stream()
        .filter(metric -> !metric.id().endsWith("_to_reference"))
        .forEach(metric -> measures.add(metric.result()));
    for (Measure measure : measures) {
      if (measure instanceof Measure.Defined(double value, Interval interval, long n)) {
        assertThat(value).isBetween(0., 1.);
        assertThat(interval.low()).isBetween(0., value);
        assertThat(interval.high()).isBetween(value, 1.);
        assertThat(n).isGreaterThanOrEqualTo(minimum);
      }
    }
  }

  private static void assertSame(Measure one, Measure two) {
    if (one instanceof Measure.Defined(double value, Interval interval, long n)) {
      Measure.Defined other = Reports.defined(two);
      assertThat(other.value()).isEqualTo(value);
      assertThat(other.n()).isEqualTo(n);
      assertThat(other.interval().low()).isCloseTo(interval.low(), within(1e-9));
      assertThat(other.interval().high()).isCloseTo(interval.high(), within(1e-9));
    } else {
      assertThat(two).hasSameClassAs(one);
    }
  }

  private static List<Row> rows(long seed, int size) {
    Random random = new Random(seed);
    double selected = random.nextDouble();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean prediction = random.nextDouble() < selected;
      rows.add(
          new Row(random.nextBoolean(), prediction, random.nextInt(4) - 1, random.nextInt(3) - 1));
    }
    return rows;
  }

  private static AuditReport audit(List<Row> rows, int minimum) {
    boolean[] labels = new boolean[rows.size()];
    boolean[] predictions = new boolean[rows.size()];
    int[] first = new int[rows.size()];
    int[] second = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      labels[i] = rows.get(i).label();
      predictions[i] = rows.get(i).prediction();
      first[i] = rows.get(i).first();
      second[i] = rows.get(i).second();
    }
    List<Attribute> attributes =
        List.of(
            new Attribute("a", List.of("p", "q", "r"), first),
            new Attribute("b", List.of("s", "t"), second));
    return BiasAudits.audit(
        new AuditRequest(
            labels, predictions, attributes, Map.of("a", "q", "b", "s"), minimum, .95));
  }
}
