package org.assay.server.intake;

import java.util.List;
import org.assay.api.assessments.IntakeView;
import org.jspecify.annotations.Nullable;

/// What the worker says of its first load and runs of a model.
record ProbeResult(IntakeView.@Nullable Probe probe, List<IntakeView.Finding> findings) {
  ProbeResult {
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  static ProbeResult blocked(String id, String message, String remedy) {
    return new ProbeResult(null, List.of(new IntakeView.Finding(id, "blocking", message, remedy)));
  }
}
