package org.assay.server.assessment;

import static org.assay.server.assessment.StepName.BIAS_AUDIT;
import static org.assay.server.assessment.StepName.EXPLANATION;
import static org.assay.server.assessment.StepName.GATE;
import static org.assay.server.assessment.StepName.INTAKE;
import static org.assay.server.assessment.StepName.REVIEW;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.server.biasaudit.BiasAudits;
import org.assay.server.explanation.Explanations;
import org.assay.server.intake.Intakes;
import org.assay.server.jobs.JobHandler;
import org.assay.server.jobs.JobRun;
import org.assay.server.policy.Gates;
import org.assay.server.review.Reviews;
import org.jspecify.annotations.Nullable;

/// The line from the sealed files to the open review, in its order.
@ApplicationScoped
class AssessVersion implements JobHandler {
  static final String KIND = "assess-version";

  private final Walk walk;
  private final Intakes intakes;
  private final BiasAudits biasAudits;
  private final Explanations explanations;
  private final Gates gates;
  private final Reviews reviews;

  AssessVersion(
      Walk walk,
      Intakes intakes,
      BiasAudits biasAudits,
      Explanations explanations,
      Gates gates,
      Reviews reviews) {
    this.walk = walk;
    this.intakes = intakes;
    this.biasAudits = biasAudits;
    this.explanations = explanations;
    this.gates = gates;
    this.reviews = reviews;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    walk.along(UUID.fromString(run.subjectId()), this::line, run);
  }

  @Override
  public void ended(JobRun run, String sentence) {
    walk.ended(UUID.fromString(run.subjectId()), sentence);
  }

  private List<Step> line(@Nullable AssessmentPlan plan) {
    return List.of(
        new Step(INTAKE, 0, "Intake", intakes::check),
        new Step(BIAS_AUDIT, 0.2, "Bias audit", Step.byPlan(plan, biasAudits::run)),
        new Step(EXPLANATION, 0.5, "Explanation", Step.byPlan(plan, explanations::run)),
        new Step(GATE, 0.9, "Policy gate", (version, run) -> gates.decide(version, plan, run)),
        new Step(REVIEW, 0.95, "Review", reviews::open));
  }
}
