package org.assay.fairness;

/// One comparison of groups.
///
/// @param id which metric, see [BiasAudits]
/// @param attribute the attribute, or the names of an intersection joined by ` x `; for a metric
///     against a reference group `attribute=value`, the group that is compared
/// @param result the figure with its interval, or why there is none
public record MetricResult(String id, String attribute, Measure result) {

  public MetricResult {
    if (id.isBlank() || attribute.isBlank()) {
      throw new IllegalArgumentException("A metric names its id and its attribute.");
    }
  }
}
