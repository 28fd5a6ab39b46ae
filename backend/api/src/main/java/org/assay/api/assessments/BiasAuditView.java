package org.assay.api.assessments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A bias audit of a version's own predictions.
///
/// @param rows rows audited
/// @param groups every protected attribute's groups, and their intersections (names joined by ` x
// `)
/// @param metrics comparisons of the groups of one attribute
/// @param digest SHA-256 of the report's canonical JSON
public record BiasAuditView(
    UUID id,
    UUID datasetId,
    AssessmentPlan plan,
    long rows,
    List<Group> groups,
    List<Metric> metrics,
    Instant at,
    String digest) {

  /// @param value the group's value of the attribute; `unknown` where it is missing
  /// @param rates by id: base_rate, selection_rate, tpr, fpr, ppv, accuracy
  public record Group(
      String attribute,
      String value,
      long n,
      long tp,
      long fp,
      long fn,
      long tn,
      Map<String, Measure> rates) {}

  /// @param id such as `demographic_parity_ratio`
  public record Metric(String id, String attribute, Measure result) {}
}
