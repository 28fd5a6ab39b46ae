package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.ExplanationView.Importance;
import org.assay.console.figures.BarPlot;
import org.assay.console.figures.FigureTable;
import org.assay.console.figures.Waterfall;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// What the model's output rests on: over all rows, and for single ones.
class ExplanationTab extends Div {
  private static final long serialVersionUID = 1L;

  private final transient VersionContext context;

  ExplanationTab(VersionContext context) {
    this.context = context;
    var assessments = context.server().assessments();
    add(Report.show(() -> assessments.explanation(context.name(), context.number()), this::report));
  }

  private Component report(ExplanationView explanation) {
    var report = new Div(about(explanation), importance(explanation));
    if (explanation.rows().isEmpty() && !explanation.values().isEmpty()) {
      report.add(hidden());
    }
    if (!explanation.values().isEmpty()) {
      report.add(new SwarmPanel(explanation));
    }
    report.add(cases(explanation));
    return report;
  }

  /// Effects are shown to everyone, what the rows hold only under a grant.
  private Notice hidden() {
    var notice = Notice.empty(Texts.text("explanation.hidden"));
    notice.setId("rows-hidden");
    var plan = context.assessment().plan();
    if (plan != null) {
      var link = new Anchor(Paths.dataset(plan.datasetId()), Texts.text("explanation.askGrant"));
      link.setId("ask-for-rows");
      notice.add(link);
    }
    return notice;
  }

  private static Component about(ExplanationView explanation) {
    var facts =
        new Facts()
            .fact("explanation.method", explanation.method())
            .fact("explanation.output", explanation.output());
    if (explanation.additivityError() != null) {
      facts.fact(
          "explanation.additivity",
          String.format(Locale.ROOT, "%.2e", explanation.additivityError()));
    }
    if (!explanation.quality().isEmpty()) {
      facts.fact("explanation.quality", quality(explanation.quality()));
    }
    return facts
        .fact("field.at", Times.at(explanation.at()))
        .fact("field.reportDigest", new Digest(explanation.digest()));
  }

  static String quality(Map<String, Object> quality) {
    return String.join(
        ", ",
        new TreeMap<>(quality)
            .entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).toList());
  }

  private static Component importance(ExplanationView explanation) {
    var bars =
        explanation.importance().stream()
            .map(i -> new BarPlot.Bar(i.feature(), i.importance(), i.low(), i.high()))
            .toList();
    if (bars.isEmpty()) {
      return Notice.empty(Texts.text("explanation.noImportance"));
    }
    var title = Texts.text("explanation.importance");
    var svg = new Svg(BarPlot.draw(title, bars));
    svg.setId("importance");
    return new Panel(
        title,
        new Paragraph(Texts.text("explanation.importance.text", explanation.importanceMetric())),
        svg,
        table(explanation.importance()));
  }

  private static Component table(List<Importance> importance) {
    var grid = Lists.table("importance-table", "", importance);
    grid.addColumn(Importance::feature).setHeader(Texts.text("explanation.feature"));
    grid.addColumn(i -> Numbers.figure(i.importance())).setHeader(Texts.text("explanation.drop"));
    grid.addColumn(i -> "[" + Numbers.figure(i.low()) + ", " + Numbers.figure(i.high()) + "]")
        .setHeader(Texts.text("bias.interval"));
    grid.addColumn(i -> Numbers.percent(i.level())).setHeader(Texts.text("explanation.level"));
    return grid;
  }

  private static Component cases(ExplanationView explanation) {
    var title = Texts.text("explanation.cases");
    var base = explanation.base();
    if (explanation.values().isEmpty() || base == null) {
      return new Panel(title, Notice.empty(Texts.text("explanation.noCases")));
    }
    var shown = new Div();
    var choice = new Select<Integer>();
    choice.setId("explained-row");
    choice.setLabel(Texts.text("explanation.row"));
    choice.setItems(IntStream.range(0, explanation.values().size()).boxed().toList());
    choice.setItemLabelGenerator(row -> Texts.text("explanation.rowNumber", row + 1));
    choice.addValueChangeListener(
        change -> {
          shown.removeAll();
          shown.add(one(explanation, base, change.getValue()));
        });
    choice.setValue(0);
    return new Panel(title, new Paragraph(Texts.text("explanation.cases.text")), choice, shown);
  }

  private static Component one(ExplanationView explanation, double base, int row) {
    var svg =
        new Svg(
            Waterfall.draw(
                Texts.text("explanation.rowNumber", row + 1),
                base,
                Texts.text("explanation.base"),
                Texts.text("explanation.result"),
                steps(explanation, row)));
    svg.setId("waterfall");
    var steps =
        steps(explanation, row).stream()
            .map(step -> List.of(step.label(), Numbers.figure(step.effect())))
            .toList();
    var table =
        new FigureTable(
            Texts.text("figure.table"),
            Texts.text("explanation.rowNumber", row + 1),
            List.of(Texts.text("explanation.feature"), Texts.text("explanation.effect")),
            steps);
    return new Div(svg, table);
  }

  static List<Waterfall.Step> steps(ExplanationView explanation, int row) {
    var values = explanation.values().get(row);
    List<Double> given = row < explanation.rows().size() ? explanation.rows().get(row) : List.of();
    var steps = new ArrayList<Waterfall.Step>();
    for (var i = 0; i < values.size(); i++) {
      var feature = explanation.features().get(i);
      var label = i < given.size() ? feature + " = " + Numbers.figure(given.get(i)) : feature;
      steps.add(new Waterfall.Step(label, values.get(i)));
    }
    return steps;
  }
}
