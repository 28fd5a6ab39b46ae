package org.assay.console.version;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.assay.api.reviews.ReviewView;
import org.assay.api.reviews.ReviewView.DecisionView;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// The votes so far. What others voted is not told while it could sway a vote still to come.
class VotesPanel extends Panel {
  private static final long serialVersionUID = 1L;
  private final Div body = new Div();

  VotesPanel() {
    super(Texts.text("review.decisions"));
    add(body);
  }

  void show(ReviewView review) {
    body.removeAll();
    var hidden = review.votes() - review.decisions().size();
    if (hidden > 0) {
      var notice = Notice.empty(Texts.text("review.hidden", hidden));
      notice.setId("votes-hidden");
      body.add(notice);
      if (review.decisions().isEmpty()) {
        return;
      }
    }
    var grid = Lists.table("decisions", Texts.text("review.noDecisions"), review.decisions());
    grid.addComponentColumn(VotesPanel::who)
        .setHeader(Texts.text("field.person"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(VotesPanel::reason)
        .setHeader(Texts.text("field.reason"))
        .setFlexGrow(3);
    grid.addComponentColumn(d -> new Digest(d.evidenceDigest()))
        .setHeader(Texts.text("gate.evidenceDigest"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    body.add(grid);
  }

  private static Div who(DecisionView decision) {
    var when = new Span(Times.at(decision.at()));
    when.addClassName("muted");
    var head = new Span(new Span(decision.person() + " "), vote(decision));
    var lines = new Div(head, when);
    lines.addClassName("lines");
    return lines;
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
}
