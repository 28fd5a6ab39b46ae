package org.assay.console.datasets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.api.datasets.GrantView;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Due;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// How a grant is told in a list.
final class GrantCells {
  private GrantCells() {}

  static Component state(GrantView grant) {
    var badge =
        Badges.badge(
            Texts.text(grant.state()),
            switch (grant.state()) {
              case REQUESTED -> Badges.Tone.BUSY;
              case APPROVED -> Badges.Tone.GOOD;
              case REFUSED, REVOKED -> Badges.Tone.BAD;
              case EXPIRED -> Badges.Tone.CAUTION;
            });
    var why = new Span(grant.decisionReason() == null ? "" : grant.decisionReason());
    why.addClassNames("muted", "one-line");
    why.setTitle(why.getText());
    return lines(badge, why);
  }

  /// The purpose, and the reason under it.
  static Component why(GrantView grant) {
    var reason = new Span(grant.reason());
    reason.addClassNames("muted", "one-line");
    reason.setTitle(grant.reason());
    var purpose = new Span(grant.purpose());
    purpose.setTitle(masks(grant));
    return lines(purpose, reason);
  }

  /// The day, and how many are left while it is live or asked for.
  static Component end(GrantView grant) {
    var day = new Span(Times.at(grant.endsAt()));
    day.addClassName("muted");
    return switch (grant.state()) {
      case REQUESTED, APPROVED -> lines(Due.end(grant.endsAt()), day);
      case REFUSED, REVOKED, EXPIRED -> day;
    };
  }

  private static String masks(GrantView grant) {
    return new TreeMap<>(grant.masks())
        .entrySet().stream()
            .map(mask -> mask.getKey() + ": " + Texts.text(mask.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static Div lines(Component first, Component second) {
    var lines = new Div(first, second);
    lines.addClassName("lines");
    return lines;
  }
}
