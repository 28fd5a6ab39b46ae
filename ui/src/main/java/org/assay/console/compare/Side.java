package org.assay.console.compare;

import java.util.function.Supplier;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.IntakeView;
import org.assay.api.models.VersionView;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// One of the two versions, with what is known about it.
record Side(
    VersionView version,
    @Nullable AssessmentPlan plan,
    @Nullable IntakeView intake,
    @Nullable BiasAuditView audit,
    @Nullable ExplanationView explanation,
    @Nullable GateView gate) {

  static Side load(Server server, VersionView version) {
    var model = version.model();
    var number = version.number();
    var assessments = server.assessments();
    var assessment = known(() -> assessments.assessment(model, number));
    return new Side(
        version,
        assessment == null ? null : assessment.plan(),
        known(() -> assessments.intake(model, number)),
        known(() -> assessments.biasAudit(model, number)),
        known(() -> assessments.explanation(model, number)),
        known(() -> assessments.gate(model, number)));
  }

  int number() {
    return version.number();
  }

  /// Nothing where there is no report yet, or none for this reader.
  private static <T> @Nullable T known(Supplier<T> call) {
    try {
      return call.get();
    } catch (Refusal refusal) {
      if (refusal.status() == 404 || refusal.status() == 403) {
        return null;
      }
      throw refusal;
    }
  }
}
