package org.assay.fairness;

import java.util.List;

/// The metrics that compare all groups of one attribute set.
final class GroupMetrics {

  private final List<Group> groups;
  private final int minimum;
  private final double level;

  GroupMetrics(List<Group> groups, int minimum, double level) {
    this.groups = List.copyOf(groups);
    this.minimum = minimum;
    this.level = level;
  }

  List<MetricResult> all(String attribute) {
    return List.of(
        new MetricResult(
            BiasAudits.DEMOGRAPHIC_PARITY_DIFFERENCE, attribute, gap(Rate.SELECTION_RATE)),
        new MetricResult(BiasAudits.DEMOGRAPHIC_PARITY_RATIO, attribute, selectionRatio()),
        new MetricResult(BiasAudits.EQUAL_OPPORTUNITY_DIFFERENCE, attribute, gap(Rate.TPR)),
        new MetricResult(BiasAudits.EQUALIZED_ODDS_DIFFERENCE, attribute, equalizedOdds()));
  }

  private Measure gap(Rate rate) {
    return switch (Comparison.of(rate, groups, minimum)) {
      case Comparison.Refused(Measure reason) -> reason;
      case Comparison.Ready ready -> widest(List.of(ready));
    };
  }

  private Measure equalizedOdds() {
    Comparison tpr = Comparison.of(Rate.TPR, groups, minimum);
    Comparison fpr = Comparison.of(Rate.FPR, groups, minimum);
    return switch (tpr) {
      case Comparison.Refused(Measure reason) -> reason;
      case Comparison.Ready trueRates ->
          switch (fpr) {
            case Comparison.Refused(Measure reason) -> reason;
            case Comparison.Ready falseRates -> widest(List.of(trueRates, falseRates));
          };
    };
  }

  private Measure widest(List<Comparison.Ready> families) {
    double gap = families.stream().mapToDouble(Comparison.Ready::gap).max().orElseThrow();
    long observations = families.stream().mapToLong(Comparison.Ready::observations).sum();
    return new Measure.Defined(gap, ExtremesInterval.ofGap(families, level), observations);
  }

  private Measure selectionRatio() {
    return switch (Comparison.of(Rate.SELECTION_RATE, groups, minimum)) {
      case Comparison.Refused(Measure reason) -> reason;
      case Comparison.Ready ready -> smallestRatio(ready);
    };
  }

  private Measure smallestRatio(Comparison.Ready rates) {
    Proportion smallest = rates.smallest();
    Proportion largest = rates.largest();
    if (largest.successes() == 0) {
      return Ratios.withoutDenominator(smallest, largest);
    }
    return new Measure.Defined(
        smallest.value() / largest.value(),
        ExtremesInterval.ofRatio(rates, level),
        rates.observations());
  }
}
