package org.assay.fairness;

import java.util.List;

/// Looks things up in a report.
final class Reports {

  private Reports() {}

  static Measure metric(AuditReport report, String id, String attribute) {
    List<Measure> found =
        report.metrics().stream()
            .filter(metric -> metric.id().equals(id) && metric.attribute().equals(attribute))
            .map(MetricResult::result)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "%d results of %s for %s in %s".formatted(found.size(), id, attribute, report.metrics()));
    }
    return found.getFirst();
  }

  static Measure.Defined defined(AuditReport report, String id, String attribute) {
    return defined(metric(report, id, attribute));
  }

  static Measure.Defined defined(Measure measure) {
    if (measure instanceof Measure.Defined value) {
      return value;
    }
    throw new AssertionError("not defined: " + measure);
  }

  static GroupResult group(AuditReport report, String attribute, String value) {
    return report.groups().stream()
        .filter(group -> group.attribute().equals(attribute) && group.value().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError(attribute + "=" + value + " is not listed"));
  }

  static double rate(AuditReport report, String attribute, String value, String rate) {
    return defined(group(report, attribute, value).rates().get(rate)).value();
  }
}
