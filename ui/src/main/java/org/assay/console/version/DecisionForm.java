package org.assay.console.version;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.NewDecision;
import org.assay.api.reviews.ReviewView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// A reviewer's decision with its mandatory reason, bound to the evidence that is on the screen.
class DecisionForm extends Div {
  private static final long serialVersionUID = 1L;

  private final transient VersionContext context;
  private final TextArea reason = new TextArea(Texts.text("field.reason"));
  private final Div signed = new Div();
  private final Button approve;
  private final Button change;
  private final Button reject;
  private transient ReviewView review;
  private boolean isOver;

  DecisionForm(VersionContext context, ReviewView review) {
    this.context = context;
    this.review = review;
    reason.setId("decision-reason");
    reason.setHelperText(Texts.text("field.reason.help"));
    reason.setRequiredIndicatorVisible(true);
    reason.setMaxLength(4000);
    reason.setMinRows(4);
    reason.setWidthFull();
    reason.setValueChangeMode(ValueChangeMode.EAGER);
    reason.addValueChangeListener(typed -> allow());
    approve = button(Decision.APPROVE, "approve", ButtonVariant.LUMO_PRIMARY);
    change = button(Decision.REQUEST_CHANGES, "request-changes", null);
    reject = button(Decision.REJECT, "reject", ButtonVariant.LUMO_ERROR);
    signed.setId("what-is-signed");
    signed.addClassName("signed");
    var buttons = new Div(approve, change, reject);
    buttons.addClassName("buttons");
    add(reason, signed, buttons);
    bind(review);
  }

  /// From here on the decision is about this state of the review.
  final void bind(ReviewView now) {
    review = now;
    isOver = false;
    var evidence = now.evidenceDigest();
    signed.removeAll();
    signed.add(
        new Paragraph(
            Texts.text(
                "review.signed",
                context.person().name(),
                context.name(),
                Integer.toString(context.number()))),
        new Facts()
            .fact("field.versionDigest", new Code(now.versionDigest()))
            .fact("gate.evidenceDigest", new Code(evidence == null ? "–" : evidence)));
    allow();
  }

  /// Nothing can be decided any more; the words stay, to be read or copied.
  void end() {
    isOver = true;
    reason.setReadOnly(true);
    allow();
  }

  boolean isEmpty() {
    return reason.getValue().isBlank();
  }

  private Button button(Decision decision, String id, @Nullable ButtonVariant variant) {
    var button = new Button(Texts.text(decision), click -> ask(decision, id));
    button.setId(id);
    if (variant != null) {
      button.addThemeVariants(variant);
    }
    return button;
  }

  private void allow() {
    var said = !isEmpty() && !isOver;
    approve.setEnabled(said && review.approvalBlockedBecause() == null);
    change.setEnabled(said);
    reject.setEnabled(said);
  }

  private void ask(Decision decision, String id) {
    var question =
        new Confirmation(
            id,
            Texts.text(decision),
            Texts.text(
                "review.confirm." + decision, context.name(), Integer.toString(context.number())),
            () -> decide(decision));
    if (decision == Decision.REJECT) {
      question.destructive();
    }
    question.open();
  }

  private void decide(Decision decision) {
    var said = new NewDecision(decision, reason.getValue().strip(), review.evidenceDigest());
    context.server().reviews().decide(review.id(), said);
    reason.clear();
    Announcements.done(Texts.text("review.decided", Texts.text(decision)));
    context.reload().run();
  }
}
