package org.assay.server.assessment;

import org.assay.api.assessments.AssessmentPlan;
import org.assay.server.jobs.JobRun;
import org.assay.server.jobs.Outcome;
import org.assay.server.registry.Version;
import org.jspecify.annotations.Nullable;

/// One step of the line.
///
/// @param from the job's progress when it begins
/// @param says what happens, for the job's message
record Step(StepName name, double from, String says, Work work) {
  /// What a step does; safe to repeat.
  interface Work {
    Outcome take(Version version, JobRun run);
  }

  /// What a step does that needs a plan.
  interface PlannedWork {
    Outcome take(Version version, AssessmentPlan plan, JobRun run);
  }

  /// Blocked as long as there is no plan.
  static Work byPlan(@Nullable AssessmentPlan plan, PlannedWork work) {
    return plan == null
        ? (version, run) ->
            Outcome.blocked(
                version.title()
                    + " waits for an assessment plan: name the dataset, the label, the protected"
                    + " attributes and the mapping.")
        : (version, run) -> work.take(version, plan, run);
  }
}
