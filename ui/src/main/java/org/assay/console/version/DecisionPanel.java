package org.assay.console.version;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// Whether and what this person may decide, what the gate says to it, and the form. A reason that
/// is being written outlives whatever others do meanwhile.
class DecisionPanel extends Panel {
  private static final long serialVersionUID = 1L;

  private final Div notices = new Div();
  private @Nullable DecisionForm form;

  DecisionPanel(VersionContext context, ReviewView review) {
    super(Texts.text("review.decide"));
    setId("review-decide");
    add(notices);
    if (mayDecide(review)) {
      form = new DecisionForm(context, review);
      add(form);
    }
    tell(context, review);
  }

  void refresh(VersionContext context, ReviewView review) {
    var shown = form;
    if (shown == null && mayDecide(review)) {
      form = new DecisionForm(context, review);
      add(form);
    } else if (shown != null && mayDecide(review)) {
      shown.bind(review);
    } else if (shown != null && shown.isEmpty()) {
      remove(shown);
      form = null;
    } else if (shown != null) {
      shown.end();
    }
    tell(context, review);
  }

  private static boolean mayDecide(ReviewView review) {
    return review.state() == ReviewState.OPEN && review.blockedBecause() == null;
  }

  private void tell(VersionContext context, ReviewView review) {
    notices.removeAll();
    if (review.state() != ReviewState.OPEN) {
      var closed = Notice.empty(Texts.text("review.closed." + review.state()));
      closed.setId("review-closed");
      notices.add(closed);
      return;
    }
    say("review-blocked", review.blockedBecause());
    if (review.blockedBecause() == null) {
      say("approval-blocked", review.approvalBlockedBecause());
    }
    Server.ifThere(() -> context.server().assessments().gate(context.name(), context.number()))
        .ifPresent(gate -> notices.add(GateTab.why(gate), toGate(context)));
  }

  private void say(String id, @Nullable String sentence) {
    if (sentence != null) {
      var notice = new Notice(Badges.Tone.CAUTION, sentence);
      notice.setId(id);
      notices.add(notice);
    }
  }

  private static Paragraph toGate(VersionContext context) {
    var path = Paths.version(context.name(), context.number(), VersionTab.GATE.path());
    var link = new Anchor(path, Texts.text("gate.readAll"));
    link.setId("to-gate");
    return new Paragraph(link);
  }
}
