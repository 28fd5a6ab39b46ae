package org.assay.api.datasets;

/// Whose grants a list shows.
public enum GrantScope {
  /// Those the caller asked for.
  MINE,
  /// Those that wait for the caller's decision.
  TO_DECIDE,
  /// Those on the caller's own datasets.
  GIVEN
}
