package org.assay.console.version;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.assay.api.audit.EventView;
import org.assay.console.parts.EventDetails;
import org.assay.console.parts.EventSentences;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.jspecify.annotations.Nullable;

/// Everything that happened to the version, the newest first, as sentences.
class ActivityTab extends Div {
  private static final long serialVersionUID = 1L;

  ActivityTab(VersionContext context) {
    var events = context.server().versions().events(context.name(), context.number());
    var grid = Lists.table("events", Texts.text("activity.empty"), events);
    grid.addClassName("two-lines");
    grid.addColumn(event -> Times.at(event.at()))
        .setHeader(Texts.text("field.at"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(EventView::actor)
        .setHeader(Texts.text("field.person"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(ActivityTab::act).setHeader(Texts.text("audit.action")).setFlexGrow(4);
    var kinds = kinds(events);
    kinds.addValueChangeListener(
        change -> grid.setItems(events.stream().filter(e -> is(e, change.getValue())).toList()));
    var bar = new Div(kinds);
    bar.addClassName("toolbar");
    add(bar, grid);
  }

  private static Select<String> kinds(List<EventView> events) {
    var kinds = new Select<String>();
    kinds.setId("activity-kind");
    kinds.setAriaLabel(Texts.text("activity.kind"));
    kinds.setItems(events.stream().map(ActivityTab::kind).distinct().sorted().toList());
    kinds.setEmptySelectionAllowed(true);
    kinds.setEmptySelectionCaption(Texts.text("activity.anyKind"));
    kinds.setPlaceholder(Texts.text("activity.anyKind"));
    kinds.setItemLabelGenerator(kind -> kind == null ? Texts.text("activity.anyKind") : name(kind));
    return kinds;
  }

  private static String name(String kind) {
    return switch (kind) {
      case "model", "version", "review", "release", "gate", "intake", "explanation", "bias-audit" ->
          Texts.text("event.kind." + kind);
      case "assessment", "job", "dataset", "grant" -> Texts.text("event.kind." + kind);
      default -> kind;
    };
  }

  private static boolean is(EventView event, @Nullable String kind) {
    return kind == null || kind.equals(kind(event));
  }

  /// The part of the act's name before the dot.
  static String kind(EventView event) {
    var dot = event.action().indexOf('.');
    return dot < 0 ? event.action() : event.action().substring(0, dot);
  }

  private static Div act(EventView event) {
    var sentence = new Span(EventSentences.of(event));
    sentence.addClassName("wrap");
    var name = new Code(event.action());
    name.addClassName("muted");
    name.setTitle(EventDetails.summary(event.body()));
    var lines = new Div(sentence, name);
    lines.addClassName("lines");
    return lines;
  }
}
