package org.assay.server.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.StepState;
import org.assay.api.models.Stage;
import org.assay.server.identity.Caller;
import org.assay.server.jobs.Jobs;
import org.assay.server.registry.Version;
import org.assay.server.registry.VersionUploaded;
import org.assay.server.registry.Versions;
import org.assay.server.review.VersionSubmitted;
import org.assay.server.web.Language;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// Assessments: give the plan, start the line, see how far it is.
@ApplicationScoped
public class Assessments {
  private static final Set<Stage> PLAN_OPEN = Set.of(Stage.DRAFT, Stage.CHANGES_REQUESTED);
  private static final Sentence UNSEALED = Sentence.of("report.unsealed");

  private final Versions versions;
  private final Plans plans;
  private final PlanChecks checks;
  private final Steps steps;
  private final Jobs jobs;

  Assessments(Versions versions, Plans plans, PlanChecks checks, Steps steps, Jobs jobs) {
    this.versions = versions;
    this.plans = plans;
    this.checks = checks;
    this.steps = steps;
    this.jobs = jobs;
  }

  /// Gives a version its plan; where the files are sealed, the line starts. Without, it starts when
  /// they are.
  @Transactional
  AssessmentView assess(String model, int number, AssessmentPlan plan, Caller by) {
    Version version = versions.get(model, number);
    requireOwner(version, by);
    if (!PLAN_OPEN.contains(version.stage())) {
      throw new Refusal.Conflict(
          Sentence.of("plan.fixed", version.named(), version.stage()),
          Sentence.of("plan.fixed.remedy"));
    }
    checks.check(plan, by);
    plans.set(version, plan, by);
    if (version.digest() != null) {
      steps.waiting(version.id(), StepName.BIAS_AUDIT);
      jobs.enqueue(AssessVersion.KIND, version.id().toString(), by);
    }
    return view(version);
  }

  @Transactional
  AssessmentView view(String model, int number) {
    return view(versions.get(model, number));
  }

  /// Why there is no report of a step yet.
  @Transactional
  Refusal notYet(Version version, StepName name, Sentence report) {
    Sentence because =
        version.digest() == null
            ? UNSEALED
            : steps.of(version.id()).subList(0, name.ordinal() + 1).stream()
                .filter(step -> step.state() != StepState.PASSED)
                .findFirst()
                .map(Assessments::sentence)
                .orElseGet(() -> Sentence.of("report.being-written"));
    return new Refusal.NotFound(
        ProblemType.NOT_YET, Sentence.of("report.not-yet", version.named(), report, because), null);
  }

  void uploaded(@Observes VersionUploaded event) {
    Caller by = caller(event.by());
    plans.inherit(versions.get(event.versionId()), by);
    start(event.versionId(), by);
  }

  void submitted(@Observes VersionSubmitted event) {
    start(event.versionId(), caller(event.by()));
  }

  private void start(UUID versionId, Caller by) {
    jobs.enqueue(AssessVersion.KIND, versionId.toString(), by);
  }

  private AssessmentView view(Version version) {
    List<AssessmentView.Step> line = new ArrayList<>(steps.of(version.id()));
    if (version.digest() == null) {
      line.set(
          0,
          new AssessmentView.Step(
              line.getFirst().name(), StepState.WAITING, UNSEALED.in(Language.ENGLISH)));
    }
    return new AssessmentView(
        plans.of(version.id()).orElse(null),
        line,
        jobs.latest(AssessVersion.KIND, version.id().toString()).orElse(null));
  }

  private static Sentence sentence(AssessmentView.Step step) {
    return step.message() == null
        ? Sentence.of("report.step", step.name(), state(step))
        : Sentence.of("report.step-because", step.name(), state(step), step.message());
  }

  private static Sentence state(AssessmentView.Step step) {
    return switch (step.state()) {
      case WAITING -> Sentence.of("report.waits");
      case RUNNING -> Sentence.of("report.runs");
      case BLOCKED -> Sentence.of("report.blocked");
      case FAILED -> Sentence.of("report.failed");
      case PASSED -> Sentence.of("report.passed");
    };
  }

  private static void requireOwner(Version version, Caller by) {
    if (!version.owner().equals(by.subject())) {
      throw new Refusal.Forbidden(
          Sentence.of("plan.not-yours", version.model(), version.owner(), by.subject()));
    }
  }

  private static Caller caller(String subject) {
    return new Caller(subject, subject, Set.of());
  }
}
