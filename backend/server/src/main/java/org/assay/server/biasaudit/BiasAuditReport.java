package org.assay.server.biasaudit;

import java.util.List;
import org.assay.api.assessments.BiasAuditView;

/// What an audit found, as it is stored: `assay-audit/1`. Read into these types alone, so that
/// nothing else a worker writes gets any further.
record BiasAuditReport(
    String schema,
    long rows,
    List<BiasAuditView.Group> groups,
    List<BiasAuditView.Metric> metrics) {
  static final String SCHEMA = "assay-audit/1";

  /// @throws IllegalArgumentException for a report of another shape
  BiasAuditReport {
    if (!SCHEMA.equals(schema) || groups == null || metrics == null) {
      throw new IllegalArgumentException("an audit's report is " + SCHEMA + ", not " + schema);
    }
    groups = List.copyOf(groups);
    metrics = List.copyOf(metrics);
  }
}
