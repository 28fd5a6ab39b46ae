package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.GateView.Control;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.jspecify.annotations.Nullable;

/// What the policy pack says: every control with what was found, what blocks first.
class GateTab extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> ORDER =
      List.of("fail", "missing", "warn", "pass", "not_applicable");

  private final transient VersionContext context;
  private final Div controls = new Div();

  GateTab(VersionContext context) {
    this.context = context;
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
    var ordered = inOrder(gate.controls());
    show(ordered, null);
    var panel = new Panel(Texts.text("gate.controls"), filter(ordered), controls);
    return new Div(why(gate), facts, panel);
  }

  private Div filter(List<Control> all) {
    var status = new Select<String>();
    status.setId("gate-status");
    status.setAriaLabel(Texts.text("gate.status"));
    status.setItems(
        ORDER.stream().filter(s -> all.stream().anyMatch(c -> c.status().equals(s))).toList());
    status.setEmptySelectionAllowed(true);
    var anyWords = Texts.text("gate.anyStatus", all.size());
    status.setEmptySelectionCaption(anyWords);
    status.setPlaceholder(anyWords);
    status.setItemLabelGenerator(s -> s == null ? anyWords : label(s, all));
    status.addValueChangeListener(change -> show(all, change.getValue()));
    var bar = new Div(status);
    bar.addClassName("toolbar");
    return bar;
  }

  private static String label(String status, List<Control> all) {
    var count = all.stream().filter(c -> c.status().equals(status)).count();
    return Texts.text("control." + status) + " (" + count + ")";
  }

  private void show(List<Control> all, @Nullable String status) {
    controls.removeAll();
    all.stream()
        .filter(c -> status == null || c.status().equals(status))
        .forEach(c -> controls.add(control(c)));
  }

  /// "Why can I not approve?": the controls that block, by title.
  static Component why(GateView gate) {
    var locale = UI.getCurrent().getLocale();
    var blocking = gate.controls().stream().filter(GateTab::blocks).toList();
    if (blocking.isEmpty()) {
      return new Notice(Badges.Tone.GOOD, Texts.text("gate.nothingBlocks"));
    }
    var notice = new Notice(Badges.Tone.BAD, Texts.text("gate.why", blocking.size()));
    notice.setId("gate-why");
    for (var control : blocking) {
      var found = control.value() == null ? "" : " – " + Texts.text("gate.found", control.value());
      notice.add(new Paragraph("• " + Texts.inLanguage(control.title(), locale) + found));
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

  /// The tab with the evidence a control rests on, by the beginning of its name.
  static Optional<VersionTab> evidence(String control) {
    var first = control.split("-", 2)[0];
    return switch (first) {
      case "card" -> Optional.of(VersionTab.CARD);
      case "intake", "file", "files" -> Optional.of(VersionTab.INTAKE);
      case "audit", "impact", "small", "bias", "parity", "four" ->
          Optional.of("four-eyes".equals(control) ? VersionTab.REVIEW : VersionTab.BIAS);
      case "explanation", "explained" -> Optional.of(VersionTab.EXPLANATION);
      case "plan", "data", "dataset" -> Optional.of(VersionTab.ASSESSMENT);
      case "review" -> Optional.of(VersionTab.REVIEW);
      case "release" -> Optional.of(VersionTab.RELEASE);
      default -> Optional.empty();
    };
  }

  private Component control(Control control) {
    var locale = UI.getCurrent().getLocale();
    var title = new Span(Texts.inLanguage(control.title(), locale));
    title.addClassName("control-title");
    var head = new Div(status(control.status()), title);
    if (!"pass".equals(control.status())) {
      head.add(Badges.severity(control.severity()));
    }
    evidence(control.id()).ifPresent(tab -> head.add(link(control, tab)));
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
    var source = new Paragraph(Texts.text("gate.rule", control.id(), control.citation()));
    source.addClassName("muted");
    card.add(source);
    return card;
  }

  private Anchor link(Control control, VersionTab tab) {
    var path = Paths.version(context.name(), context.number(), tab.path());
    var link = new Anchor(path, Texts.text("gate.evidence", Texts.text("tab." + tab.path())));
    link.setId("evidence-" + control.id());
    link.addClassName("evidence");
    return link;
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
