package org.assay.server.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.IntakeView;
import org.assay.server.biasaudit.BiasAudits;
import org.assay.server.dataset.Datasets;
import org.assay.server.explanation.Explanations;
import org.assay.server.intake.Intakes;

/// The newest reports on a version.
@ApplicationScoped
public class Reports {
  private final Intakes intakes;
  private final BiasAudits audits;
  private final Explanations explanations;
  private final Datasets datasets;

  Reports(Intakes intakes, BiasAudits audits, Explanations explanations, Datasets datasets) {
    this.intakes = intakes;
    this.audits = audits;
    this.explanations = explanations;
    this.datasets = datasets;
  }

  /// The newest intake report.
  public Optional<IntakeView> intake(UUID versionId) {
    return intakes.latest(versionId);
  }

  Optional<Evidence.Audit> audit(UUID versionId) {
    return audits
        .latest(versionId)
        .map(a -> new Evidence.Audit(a, datasets.get(a.datasetId()).owner()));
  }

  Optional<ExplanationView> explanation(UUID versionId) {
    return explanations.latest(versionId);
  }
}
