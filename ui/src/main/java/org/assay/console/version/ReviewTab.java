package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.NewReview;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.api.reviews.ReviewView.DecisionView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// Asking for a review and deciding about it: the requester's reason stands next to the buttons.
class ReviewTab extends Div {
  private static final long serialVersionUID = 1L;
  private final transient VersionContext context;

  ReviewTab(VersionContext context) {
    this.context = context;
    var review = context.review();
    if (review != null) {
      addReview(review);
    } else if (context.isOwner() && context.isDraft()) {
      add(submission());
    } else {
      add(Notice.empty(Texts.text("review.none")));
    }
    if (context.isOwner() && canWithdraw()) {
      add(withdrawal());
    }
  }

  private void addReview(ReviewView review) {
    var columns = new Div(request(review), decision(review));
    columns.addClassName("columns");
    add(columns, decisions(review.decisions()));
  }

  private static Component request(ReviewView review) {
    var reason = new Paragraph(review.reason());
    reason.addClassName("quote");
    reason.setId("review-reason");
    var facts =
        new Facts()
            .fact("review.requester", review.requester())
            .fact("review.requestedAt", Times.at(review.requestedAt()))
            .fact("review.state", Texts.text(review.state()))
            .fact(
                "review.approvals",
                Texts.text("review.votes", approvals(review.decisions()), review.required()))
            .fact("field.gate", Badges.verdict(review.gateVerdict()))
            .fact("field.versionDigest", new Digest(review.versionDigest()))
            .fact("gate.evidenceDigest", new Digest(review.evidenceDigest()));
    return new Panel(Texts.text("review.request"), reason, facts);
  }

  static int approvals(List<DecisionView> decisions) {
    return (int) decisions.stream().filter(d -> d.decision() == Decision.APPROVE).count();
  }

  private Component decision(ReviewView review) {
    var panel = new Panel(Texts.text("review.decide"));
    panel.setId("review-decide");
    if (review.state() != ReviewState.OPEN) {
      panel.add(Notice.empty(Texts.text("review.closed." + review.state())));
      return panel;
    }
    var blocked = review.blockedBecause();
    if (blocked != null) {
      var notice = new Notice(Badges.Tone.CAUTION, blocked);
      notice.setId("review-blocked");
      panel.add(notice);
      return panel;
    }
    var approvalBlocked = review.approvalBlockedBecause();
    if (approvalBlocked != null) {
      var notice = new Notice(Badges.Tone.CAUTION, approvalBlocked);
      notice.setId("approval-blocked");
      panel.add(notice);
    }
    panel.add(new DecisionForm(context, review));
    return panel;
  }

  private static Component decisions(List<DecisionView> decisions) {
    var grid = Lists.table("decisions", Texts.text("review.noDecisions"), decisions);
    grid.addColumn(DecisionView::person).setHeader(Texts.text("field.person"));
    grid.addComponentColumn(ReviewTab::vote).setHeader(Texts.text("review.decision"));
    grid.addComponentColumn(ReviewTab::reason).setHeader(Texts.text("field.reason")).setFlexGrow(3);
    grid.addComponentColumn(d -> new Digest(d.evidenceDigest()))
        .setHeader(Texts.text("gate.evidenceDigest"));
    grid.addColumn(d -> Times.at(d.at())).setHeader(Texts.text("field.at")).setAutoWidth(true);
    return new Panel(Texts.text("review.decisions"), grid);
  }

  private static Span vote(DecisionView decision) {
    var tone =
        switch (decision.decision()) {
          case APPROVE -> Badges.Tone.GOOD;
          case REQUEST_CHANGES -> Badges.Tone.CAUTION;
          case REJECT -> Badges.Tone.BAD;
        };
    return Badges.badge(Texts.text(decision.decision()), tone);
  }

  private static Span reason(DecisionView decision) {
    var reason = new Span(decision.reason());
    reason.addClassName("wrap");
    return reason;
  }

  private Component submission() {
    var reason = new TextArea(Texts.text("submit.reason"));
    reason.setId("submit-reason");
    reason.setHelperText(Texts.text("submit.reason.help"));
    reason.setRequiredIndicatorVisible(true);
    reason.setMaxLength(4000);
    reason.setMinRows(4);
    reason.setWidthFull();
    var submit = new Button(Texts.text("submit.now"), click -> submit(reason));
    submit.setId("submit");
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setEnabled(context.isSealed());
    var panel = new Panel(Texts.text("submit.title"), new Paragraph(Texts.text("submit.text")));
    if (!context.isSealed()) {
      panel.add(Notice.empty(Texts.text("submit.notSealed")));
    }
    panel.add(reason, submit);
    return panel;
  }

  private void submit(TextArea reason) {
    if (reason.getValue().isBlank()) {
      reason.setInvalid(true);
      reason.setErrorMessage(Texts.text("field.reason.missing"));
      return;
    }
    var request = new NewReview(reason.getValue().strip());
    context.server().reviews().submit(context.name(), context.number(), request);
    Announcements.done(Texts.text("submit.done"));
    context.reload().run();
  }

  private boolean canWithdraw() {
    return switch (context.version().stage()) {
      case DRAFT, SUBMITTED, IN_REVIEW, CHANGES_REQUESTED -> true;
      case APPROVED, REJECTED, WITHDRAWN, RELEASED, SUSPENDED, EXPIRED, STALE, REVOKED, RETIRED ->
          false;
    };
  }

  private Component withdrawal() {
    var withdraw = new Button(Texts.text("withdraw.now"), click -> askWithdrawal());
    withdraw.setId("withdraw");
    withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
    return withdraw;
  }

  private void askWithdrawal() {
    new Confirmation(
            "withdraw", Texts.text("withdraw.now"), Texts.text("withdraw.text"), this::withdraw)
        .destructive()
        .open();
  }

  private void withdraw() {
    context.server().versions().withdraw(context.name(), context.number());
    Announcements.done(Texts.text("withdraw.done"));
    context.reload().run();
  }
}
