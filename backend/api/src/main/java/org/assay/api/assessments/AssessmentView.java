package org.assay.api.assessments;

import java.util.List;
import org.assay.api.jobs.JobView;
import org.jspecify.annotations.Nullable;

/// How far the assessment of a version is.
///
/// @param plan absent until one was given or inherited
/// @param steps in order: intake, bias-audit, explanation, gate, review
/// @param job the job that works on it, or worked last
public record AssessmentView(
    @Nullable AssessmentPlan plan, List<Step> steps, @Nullable JobView job) {
  public AssessmentView {
    steps = List.copyOf(steps);
  }

  /// @param message why it is blocked or failed, in a sentence
  public record Step(String name, StepState state, @Nullable String message) {}
}
