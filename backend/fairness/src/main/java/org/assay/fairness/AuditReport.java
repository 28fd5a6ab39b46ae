package org.assay.fairness;

import java.util.List;

/// What a bias audit found.
///
/// @param rows rows audited
/// @param groups every group of every attribute, then of every intersection, suppressed ones
///     included
/// @param metrics the comparisons, in the same order of attributes
public record AuditReport(long rows, List<GroupResult> groups, List<MetricResult> metrics) {

  public AuditReport {
    groups = List.copyOf(groups);
    metrics = List.copyOf(metrics);
    if (rows < 1) {
      throw new IllegalArgumentException(
          "A report covers at least one row, got %d.".formatted(rows));
    }
  }
}
