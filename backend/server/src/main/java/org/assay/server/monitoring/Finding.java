package org.assay.server.monitoring;

import java.time.Instant;
import org.assay.api.monitoring.PartState;
import org.assay.api.monitoring.PartView;
import org.jspecify.annotations.Nullable;

/// What was found at a part.
record Finding(PartState state, String detail, @Nullable String version) {
  static Finding up(String detail, @Nullable String version) {
    return new Finding(PartState.UP, detail, version);
  }

  static Finding degraded(String detail, @Nullable String version) {
    return new Finding(PartState.DEGRADED, detail, version);
  }

  static Finding down(String detail) {
    return new Finding(PartState.DOWN, detail, null);
  }

  PartView view(String name, Instant at) {
    return new PartView(name, state, detail, version, at);
  }
}
