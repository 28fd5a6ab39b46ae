package org.assay.server.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.models.Stage;
import org.assay.server.jobs.JobCancelledException;
import org.assay.server.jobs.JobRun;
import org.assay.server.jobs.Outcome;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;
import org.assay.server.web.Language;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Walks a version along the line and keeps its steps. What was done before on the same files, plan
/// and data answers at once, so a repeated walk takes up where one ended.
@ApplicationScoped
class Walk {
  private static final Logger LOG = Logger.getLogger(Walk.class);
  private static final Set<Stage> EXAMINABLE =
      Set.of(Stage.DRAFT, Stage.CHANGES_REQUESTED, Stage.SUBMITTED);

  private final Versions versions;
  private final Plans plans;
  private final Steps steps;

  Walk(Versions versions, Plans plans, Steps steps) {
    this.versions = versions;
    this.plans = plans;
    this.steps = steps;
  }

  /// The line that a plan makes, or its absence.
  interface Line {
    List<Step> of(@Nullable AssessmentPlan plan);
  }

  /// Takes step after step and stops at the first that is blocked. Stops also, without a word, when
  /// the version has left the line or has another plan now: setting a plan starts a job of its own.
  void along(UUID versionId, Line line, JobRun run) {
    @Nullable AssessmentPlan plan = plans.of(versionId).orElse(null);
    for (Step step : line.of(plan)) {
      if (run.cancelled()) {
        throw new JobCancelledException();
      }
      Version version = versions.get(versionId);
      if (!examinable(version) || !Objects.equals(plan, plans.of(versionId).orElse(null))) {
        return;
      }
      steps.running(versionId, step.name());
      run.progress(step.from(), step.says());
      switch (outcome(step, version, run)) {
        case Outcome.Passed() -> steps.passed(versionId, step.name());
        case Outcome.Blocked(String sentence) -> {
          steps.blocked(versionId, step.name(), sentence);
          return;
        }
      }
    }
  }

  /// The job will not be tried again.
  void ended(UUID versionId, String sentence) {
    if (EXAMINABLE.contains(versions.get(versionId).stage())) {
      steps.failed(versionId, sentence);
    }
  }

  private boolean examinable(Version version) {
    if (version.stage() == Stage.IN_REVIEW) {
      steps.passed(version.id(), StepName.REVIEW);
    }
    return EXAMINABLE.contains(version.stage());
  }

  /// What a step refuses changed nothing, and its sentence is for people: the step is blocked.
  private static Outcome outcome(Step step, Version version, JobRun run) {
    try {
      return step.work().take(version, run);
    } catch (Refusal refusal) {
      LOG.infof("%s of %s: %s", step.says(), version.title(), refusal.getMessage());
      @Nullable Sentence remedy = refusal.remedy();
      return Outcome.blocked(
          refusal.getMessage() + (remedy == null ? "" : " " + remedy.in(Language.ENGLISH)));
    }
  }
}
