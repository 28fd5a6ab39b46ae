package org.assay.api.monitoring;

/// How a part does.
public enum PartState {
  UP,
  /// It answers, and something about it needs a look.
  DEGRADED,
  DOWN
}
