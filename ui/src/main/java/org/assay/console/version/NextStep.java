package org.assay.console.version;

import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.StepState;
import org.assay.api.models.Card;

/// What has to happen next with a version: one sentence and the tab where it is done.
///
/// @param textKey the sentence's key
/// @param tab where to do it
record NextStep(String textKey, VersionTab tab) {
  static NextStep of(VersionContext context) {
    return switch (context.version().stage()) {
      case DRAFT -> draft(context);
      case SUBMITTED -> new NextStep(submitted(context), VersionTab.ASSESSMENT);
      case IN_REVIEW -> new NextStep("next.decide", VersionTab.REVIEW);
      case CHANGES_REQUESTED -> new NextStep("next.change", VersionTab.REVIEW);
      case APPROVED -> new NextStep("next.release", VersionTab.RELEASE);
      case RELEASED -> new NextStep("next.live", VersionTab.RELEASE);
      case SUSPENDED -> new NextStep("next.suspended", VersionTab.RELEASE);
      case EXPIRED -> new NextStep("next.expired", VersionTab.RELEASE);
      case REVOKED -> new NextStep("next.revoked", VersionTab.RELEASE);
      case STALE -> new NextStep("next.stale", VersionTab.REVIEW);
      case REJECTED -> new NextStep("next.rejected", VersionTab.REVIEW);
      case WITHDRAWN -> new NextStep("next.withdrawn", VersionTab.ACTIVITY);
      case RETIRED -> new NextStep("next.retired", VersionTab.ACTIVITY);
    };
  }

  private static NextStep draft(VersionContext context) {
    if (context.version().files().isEmpty()) {
      return new NextStep("next.upload", VersionTab.FILES);
    }
    if (!context.isSealed()) {
      return new NextStep("next.seal", VersionTab.FILES);
    }
    if (missing(context.version().card()) > 0) {
      return new NextStep("next.card", VersionTab.CARD);
    }
    if (context.assessment().plan() == null) {
      return new NextStep("next.plan", VersionTab.ASSESSMENT);
    }
    if (isStopped(context.assessment())) {
      return new NextStep("next.stopped", VersionTab.ASSESSMENT);
    }
    return context.isMoving()
        ? new NextStep("next.wait", VersionTab.ASSESSMENT)
        : new NextStep("next.submit", VersionTab.REVIEW);
  }

  private static String submitted(VersionContext context) {
    return isStopped(context.assessment()) ? "next.stopped" : "next.wait";
  }

  private static boolean isStopped(AssessmentView assessment) {
    return assessment.steps().stream()
        .anyMatch(s -> s.state() == StepState.BLOCKED || s.state() == StepState.FAILED);
  }

  /// How many of the card's seven fields are empty.
  static int missing(Card card) {
    return (int)
        CardField.ALL.stream()
            .filter(field -> CardField.isEmpty(field.value().apply(card)))
            .count();
  }
}
