package org.assay.fairness;

import java.util.ArrayList;
import java.util.List;

/// The metrics that compare each known group of an attribute set with its reference group.
final class ReferenceMetrics {

  private final Group reference;
  private final int minimum;
  private final double level;

  ReferenceMetrics(Group reference, int minimum, double level) {
    this.reference = reference;
    this.minimum = minimum;
    this.level = level;
  }

  /// For every group that is known and not the reference: group minus reference, and group over it.
  List<MetricResult> all(List<Group> groups) {
    List<MetricResult> results = new ArrayList<>();
    for (Group group : groups) {
      if (group.known() && !group.digits().equals(reference.digits())) {
        results.add(
            new MetricResult(
                BiasAudits.DEMOGRAPHIC_PARITY_DIFFERENCE_TO_REFERENCE,
                group.name(),
                difference(group)));
        results.add(
            new MetricResult(
                BiasAudits.DEMOGRAPHIC_PARITY_RATIO_TO_REFERENCE, group.name(), ratio(group)));
      }
    }
    return results;
  }

  private Measure difference(Group group) {
    if (isTooSmall(group)) {
      return suppressed(group);
    }
    Proportion rate = Rate.SELECTION_RATE.of(group.cells());
    Proportion base = Rate.SELECTION_RATE.of(reference.cells());
    return new Measure.Defined(
        rate.value() - base.value(),
        NewcombeInterval.of(rate, base, level),
        rate.trials() + base.trials());
  }

  private Measure ratio(Group group) {
    if (isTooSmall(group)) {
      return suppressed(group);
    }
    return Ratios.of(
        Rate.SELECTION_RATE.of(group.cells()), Rate.SELECTION_RATE.of(reference.cells()), level);
  }

  private boolean isTooSmall(Group group) {
    return !group.hasAtLeast(minimum) || !reference.hasAtLeast(minimum);
  }

  private Measure suppressed(Group group) {
    Group small = group.hasAtLeast(minimum) ? reference : group;
    return new Measure.Suppressed(
        "the group %s has %d rows, fewer than the minimum of %d"
            .formatted(small.name(), small.cells().n(), Math.max(2, minimum)),
        small.cells().n());
  }
}
