package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.GateView.Control;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.jspecify.annotations.Nullable;

/// What the policy pack says: every control with what was found, what blocks first.
class GateTab extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> ORDER =
      List.of("fail", "missing", "warn", "pass", "not_applicable");

  GateTab(VersionContext context) {
    var assessments = context.server().assessments();
    add(Report.show(() -> assessments.gate(context.name(), context.number()), this::report));
  }

  private Component report(GateView gate) {
    var facts =
        new Facts()
            .fact("gate.verdict", Badges.verdict(gate.verdict()))
            .fact("gate.pack", gate.pack() + " " + gate.packVersion() + " (" + gate.phase() + ")")
            .fact("gate.packDigest", new Digest(gate.packDigest()))
            .fact("gate.evidenceDigest", new Digest(gate.evidenceDigest()))
            .fact("field.at", Times.at(gate.at()));
    var controls = new Panel(Texts.text("gate.controls"));
    inOrder(gate.controls()).forEach(control -> controls.add(control(control)));
    return new Div(why(gate), facts, controls);
  }

  /// "Why can I not approve?": the controls that block, by title.
  private static Component why(GateView gate) {
    var locale = UI.getCurrent().getLocale();
    var blocking = gate.controls().stream().filter(GateTab::blocks).toList();
    if (blocking.isEmpty()) {
      return new Notice(Badges.Tone.GOOD, Texts.text("gate.nothingBlocks"));
    }
    var notice = new Notice(Badges.Tone.BAD, Texts.text("gate.why", blocking.size()));
    notice.setId("gate-why");
    for (var control : blocking) {
      notice.add(new Paragraph("• " + Texts.inLanguage(control.title(), locale)));
    }
    return notice;
  }

  static boolean blocks(Control control) {
    return "blocking".equals(control.severity())
        && ("fail".equals(control.status()) || "missing".equals(control.status()));
  }

  static List<Control> inOrder(List<Control> controls) {
    return controls.stream()
        .sorted(
            Comparator.comparing((Control c) -> !blocks(c))
                .thenComparing(c -> ORDER.indexOf(c.status())))
        .toList();
  }

  private static Component control(Control control) {
    var locale = UI.getCurrent().getLocale();
    var title = new Span(Texts.inLanguage(control.title(), locale));
    title.addClassName("control-title");
    var head = new Div(status(control.status()), title);
    if (!"pass".equals(control.status())) {
      head.add(Badges.severity(control.severity()));
    }
    head.addClassName("finding");
    var card = new Div(head);
    card.addClassName("control");
    card.setId("control-" + control.id());
    card.getElement().setAttribute("data-status", control.status());
    line(card, "gate.found", control.value());
    line(card, "gate.message", control.message());
    if (!"pass".equals(control.status()) && !"not_applicable".equals(control.status())) {
      line(card, "error.remedy", Texts.inLanguage(control.remedy(), locale));
    }
    var source = new Paragraph(control.id() + " · " + control.citation());
    source.addClassName("muted");
    card.add(source);
    return card;
  }

  private static void line(Div card, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      card.add(new Paragraph(Texts.text(key, value)));
    }
  }

  private static Span status(String status) {
    var tone =
        switch (status) {
          case "pass" -> Badges.Tone.GOOD;
          case "fail" -> Badges.Tone.BAD;
          case "warn", "missing" -> Badges.Tone.CAUTION;
          default -> Badges.Tone.NEUTRAL;
        };
    return Badges.badge(Texts.text("control." + status.toLowerCase(Locale.ROOT)), tone);
  }
}
