package org.assay.server.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.IntakeView;
import org.assay.server.biasaudit.BiasAudits;
import org.assay.server.explanation.Explanations;
import org.assay.server.identity.Caller;
import org.assay.server.intake.Intakes;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;
import org.assay.server.web.Sentence;

/// The newest report of each step of a version.
///
/// Each verb throws [Refusal.NotFound] when there is no such version, or no report yet: then with
/// what it waits for.
@ApplicationScoped
class Reports {
  private final Versions versions;
  private final Intakes intakes;
  private final BiasAudits biasAudits;
  private final Explanations explanations;
  private final Gates gates;
  private final Assessments assessments;

  Reports(
      Versions versions,
      Intakes intakes,
      BiasAudits biasAudits,
      Explanations explanations,
      Gates gates,
      Assessments assessments) {
    this.versions = versions;
    this.intakes = intakes;
    this.biasAudits = biasAudits;
    this.explanations = explanations;
    this.gates = gates;
    this.assessments = assessments;
  }

  IntakeView intake(String model, int number) {
    Version version = versions.get(model, number);
    return intakes
        .latest(version.id())
        .orElseThrow(
            () -> assessments.notYet(version, StepName.INTAKE, Sentence.of("report.intake")));
  }

  BiasAuditView biasAudit(String model, int number) {
    Version version = versions.get(model, number);
    return biasAudits
        .latest(version.id())
        .orElseThrow(
            () ->
                assessments.notYet(version, StepName.BIAS_AUDIT, Sentence.of("report.bias-audit")));
  }

  /// The explained rows only for who may see rows of the dataset.
  ExplanationView explanation(String model, int number, Caller reader) {
    Version version = versions.get(model, number);
    return explanations
        .shown(version.id(), reader)
        .orElseThrow(
            () ->
                assessments.notYet(
                    version, StepName.EXPLANATION, Sentence.of("report.explanation")));
  }

  GateView gate(String model, int number) {
    Version version = versions.get(model, number);
    return gates
        .latest(version.id())
        .orElseThrow(() -> assessments.notYet(version, StepName.GATE, Sentence.of("report.gate")));
  }
}
