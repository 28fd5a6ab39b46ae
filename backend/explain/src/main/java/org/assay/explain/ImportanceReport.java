package org.assay.explain;

import java.util.List;

/// Permutation importance of every feature or group.
///
/// @param metric what the importances measure, in words
/// @param intervalMethod how the intervals were found, in words
/// @param baseline mean loss on the rows as they are
/// @param importances in the order the groups were given
/// @param repeats permutations per feature
/// @param evaluations rows the scorer was given
public record ImportanceReport(
    String metric,
    String intervalMethod,
    double baseline,
    List<Importance> importances,
    int repeats,
    long evaluations) {
  public ImportanceReport {
    importances = List.copyOf(importances);
  }
}
