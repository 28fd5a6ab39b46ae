package org.assay.console.version;

import org.assay.api.assessments.AssessmentView;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.api.models.ModelView;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.console.server.Person;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// One version with all that its tabs need.
///
/// @param review the newest review, absent until one was asked for
/// @param reload fetches everything again and shows the same tab
record VersionContext(
    Server server,
    Person person,
    ModelView model,
    VersionView version,
    AssessmentView assessment,
    @Nullable ReviewView review,
    Runnable reload) {

  boolean isOwner() {
    return person.is("owner") && person.subject().equals(model.owner());
  }

  boolean isDraft() {
    return version.stage() == Stage.DRAFT;
  }

  boolean isSealed() {
    return version.digest() != null;
  }

  /// Whether something is still on its way, so that the page should look again soon.
  boolean isMoving() {
    return isMoving(assessment);
  }

  static boolean isMoving(AssessmentView assessment) {
    var job = assessment.job();
    return job != null && isMoving(job);
  }

  static boolean isMoving(JobView job) {
    return job.state() == JobState.WAITING || job.state() == JobState.RUNNING;
  }

  /// Whether a review waits for decisions.
  boolean isUnderReview() {
    return review != null
        && (review.state() == ReviewState.OPEN || review.state() == ReviewState.REQUESTED);
  }

  String name() {
    return model.name();
  }

  int number() {
    return version.number();
  }
}
