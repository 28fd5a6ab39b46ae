package org.assay.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.NewDecision;
import org.assay.api.reviews.NewReview;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.demo.DemoModel.Approval;
import org.assay.demo.Patience.Look;

/// Brings a version to its reviewers, and through their votes where the demo has them.
final class ReviewWalk {
  private static final TypeReference<ReviewView> VIEW = new TypeReference<>() {};
  private static final TypeReference<List<ReviewView>> VIEWS = new TypeReference<>() {};

  private final Connection api;
  private final Journal journal;
  private final Patience patience;

  ReviewWalk(Connection api, Journal journal, Patience patience) {
    this.api = api;
    this.journal = journal;
    this.patience = patience;
  }

  /// Submits where that was not done, then waits for the review to open.
  ///
  /// @param reason why the version should go live
  ReviewView submit(DemoModel model, String reason) {
    String reviews = VersionWalk.path(model) + "/reviews";
    List<ReviewView> earlier = api.get(Person.OLIVIA, reviews, VIEWS);
    if (earlier.isEmpty()) {
      api.post(Person.OLIVIA, reviews, new NewReview(reason), VIEW);
      journal.changed("olivia submits " + VersionWalk.title(model) + " for review");
    }
    String what = "review of " + VersionWalk.title(model);
    ReviewView review = patience.until(what, () -> opened(reviews));
    journal.note(what + " is " + review.state() + ", approvals needed: " + review.required());
    return review;
  }

  private Look<ReviewView> opened(String reviews) {
    ReviewView newest = api.get(Person.OLIVIA, reviews, VIEWS).getFirst();
    return newest.state() == ReviewState.REQUESTED
        ? new Look.NotYet<>("asked for, not open yet")
        : new Look.Done<>(newest);
  }

  /// The reviewers vote, one after the other, until the review is closed.
  void approve(DemoModel model, ReviewView opened) {
    ReviewView review = opened;
    for (Approval approval : model.approvals()) {
      if (review.state() == ReviewState.OPEN) {
        review = vote(model, review, approval);
      }
    }
    if (review.state() == ReviewState.OPEN) {
      throw new DemoStopped(
          "The review of %s is still open: %d approvals are needed and the demo's reviewers are %d."
              .formatted(VersionWalk.title(model), review.required(), model.approvals().size()));
    }
  }

  private ReviewView vote(DemoModel model, ReviewView review, Approval approval) {
    Person person = approval.person();
    String path = "/reviews/" + review.id();
    ReviewView seen = api.get(person, path, VIEW);
    if (seen.decisions().stream().anyMatch(vote -> vote.person().equals(person.userName()))) {
      journal.note(person.userName() + " has voted on " + VersionWalk.title(model));
      return seen;
    }
    NewDecision decision =
        new NewDecision(Decision.APPROVE, approval.reason(), seen.evidenceDigest());
    ReviewView after = api.post(person, path + "/decisions", decision, VIEW);
    journal.changed(person.userName() + " approves " + VersionWalk.title(model));
    return after;
  }
}
