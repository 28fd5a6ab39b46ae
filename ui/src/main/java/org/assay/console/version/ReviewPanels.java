package org.assay.console.version;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.assay.api.reviews.ReviewView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Due;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// One review: the requester's reasons beside the decision, the votes and the discussion under
/// them.
class ReviewPanels extends Div {
  private static final long serialVersionUID = 1L;

  private final Panel request = new Panel(Texts.text("review.request"));
  private final Div requestBody = new Div();
  private final DecisionPanel decision;
  private final VotesPanel votes = new VotesPanel();
  private final DiscussionPanel discussion;
  private transient VersionContext context;
  private transient ReviewView review;

  ReviewPanels(VersionContext context, ReviewView review) {
    this.context = context;
    this.review = review;
    request.add(requestBody);
    decision = new DecisionPanel(context, review);
    discussion = new DiscussionPanel(context, review);
    var head = new Div(request, decision);
    head.addClassName("columns");
    var talk = new Div(votes, discussion);
    talk.addClassName("columns");
    add(head, talk);
    draw();
  }

  /// Answers whether it is the same review, so that it could be drawn again in place.
  boolean refresh(VersionContext now, ReviewView newest) {
    if (!newest.id().equals(review.id())) {
      return false;
    }
    context = now;
    review = newest;
    draw();
    decision.refresh(now, newest);
    discussion.refresh(newest);
    return true;
  }

  void lookAtDiscussion() {
    discussion.look();
  }

  private void draw() {
    requestBody.removeAll();
    var reason = new Paragraph(review.reason());
    reason.addClassName("quote");
    reason.setId("review-reason");
    var facts =
        new Facts()
            .fact("review.requester", review.requester())
            .fact("review.requestedAt", Times.at(review.requestedAt()))
            .fact("review.state", Texts.text(review.state()))
            .fact("review.approvals", voted())
            .fact("field.gate", Badges.verdict(review.gateVerdict()));
    if (context.isUnderReview()) {
      facts.fact("inbox.due", Due.task(review.dueAt())).fact("inbox.claimedBy", claim());
    }
    facts
        .fact("field.versionDigest", new Digest(review.versionDigest()))
        .fact("gate.evidenceDigest", new Digest(review.evidenceDigest()));
    requestBody.add(reason, facts);
    votes.show(review);
  }

  private Span voted() {
    var voted = new Span(Texts.text("review.votes", review.votes(), review.required()));
    voted.setId("review-votes");
    return voted;
  }

  private Span claim() {
    var holder = review.claimedBy();
    var line = new Span(new Span(holder == null ? Texts.text("claim.nobody") : holder));
    line.addClassName("claim-line");
    line.setId("review-claim");
    if (context.person().subject().equals(holder)) {
      line.add(button("unclaim", "claim.giveBack", "claim.given"));
    } else if (review.blockedBecause() == null) {
      line.add(button("claim", holder == null ? "claim.take" : "claim.takeOver", "claim.taken"));
    }
    return line;
  }

  private Button button(String act, String key, String doneKey) {
    var button = new Button(Texts.text(key), click -> change(act, doneKey));
    button.setId(act);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void change(String act, String doneKey) {
    var reviews = context.server().reviews();
    review = "claim".equals(act) ? reviews.claim(review.id()) : reviews.unclaim(review.id());
    draw();
    Announcements.done(Texts.text(doneKey));
  }
}
