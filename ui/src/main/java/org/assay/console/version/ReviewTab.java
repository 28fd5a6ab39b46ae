package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.assay.api.reviews.NewReview;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// Asking for a review, reading it, deciding about it, and taking the version back.
class ReviewTab extends Div {
  private static final long serialVersionUID = 1L;
  private final transient VersionContext context;
  private final @Nullable ReviewPanels panels;
  private final Button withdraw;

  ReviewTab(VersionContext context) {
    this.context = context;
    var review = context.review();
    panels = review == null ? null : new ReviewPanels(context, review);
    if (panels != null) {
      add(panels);
    } else if (context.isOwner() && context.isDraft()) {
      add(submission());
    } else {
      add(Notice.empty(Texts.text("review.none")));
    }
    withdraw = withdrawal();
    withdraw.setVisible(context.isOwner() && canWithdraw(context));
    add(withdraw);
  }

  /// Draws what has changed; what is being written stays. Answers whether it could: a tab that
  /// shows no review, or another one, has to be made anew.
  boolean refresh(VersionContext now) {
    var review = now.review();
    withdraw.setVisible(now.isOwner() && canWithdraw(now));
    return panels != null && review != null && panels.refresh(now, review);
  }

  /// Looks for news in the discussion alone.
  void lookAtDiscussion() {
    if (panels != null) {
      panels.lookAtDiscussion();
    }
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

  private static boolean canWithdraw(VersionContext context) {
    return switch (context.version().stage()) {
      case DRAFT, SUBMITTED, IN_REVIEW, CHANGES_REQUESTED -> true;
      case APPROVED, REJECTED, WITHDRAWN, RELEASED, SUSPENDED, EXPIRED, STALE, REVOKED, RETIRED ->
          false;
    };
  }

  private Button withdrawal() {
    var button = new Button(Texts.text("withdraw.now"), click -> askWithdrawal());
    button.setId("withdraw");
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
    return button;
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
