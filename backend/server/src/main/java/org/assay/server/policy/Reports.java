package org.assay.server.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.IntakeView;

/// The newest reports on a version. None is there until the examinations are.
@ApplicationScoped
public class Reports {
  /// The newest intake report.
  public Optional<IntakeView> intake(UUID versionId) {
    return Optional.empty();
  }

  Optional<Evidence.Audit> audit(UUID versionId) {
    return Optional.empty();
  }

  Optional<ExplanationView> explanation(UUID versionId) {
    return Optional.empty();
  }
}
