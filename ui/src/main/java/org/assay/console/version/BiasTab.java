package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.BiasAuditView.Group;
import org.assay.api.assessments.BiasAuditView.Metric;
import org.assay.console.figures.IntervalPlot;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// How the model's predictions treat the groups of people in the data.
class BiasTab extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> RATES =
      List.of("selection_rate", "base_rate", "tpr", "fpr", "ppv", "accuracy");
  private static final double[] NO_DIFFERENCE = {0};
  private static final double[] FOUR_FIFTHS = {0.8, 1};

  BiasTab(VersionContext context) {
    var assessments = context.server().assessments();
    add(Report.show(() -> assessments.biasAudit(context.name(), context.number()), this::report));
  }

  private Component report(BiasAuditView audit) {
    return new Div(about(audit), metrics(audit.metrics()), groups(audit));
  }

  private static Component about(BiasAuditView audit) {
    var locale = UI.getCurrent().getLocale();
    return new Facts()
        .fact("bias.rows", Numbers.count(audit.rows(), locale))
        .fact(
            "bias.outcome",
            Texts.text("bias.outcome.text", audit.plan().label(), audit.plan().favourable()))
        .fact("plan.references", AssessmentTab.references(audit.plan().references()))
        .fact("field.at", Times.at(audit.at()))
        .fact("field.reportDigest", new Digest(audit.digest()));
  }

  private static Component metrics(List<Metric> metrics) {
    var panel = new Panel(Texts.text("bias.metrics"));
    Map<String, List<Metric>> byId =
        metrics.stream()
            .collect(Collectors.groupingBy(Metric::id, LinkedHashMap::new, Collectors.toList()));
    byId.forEach((id, some) -> panel.add(metric(id, some)));
    panel.add(table(metrics));
    return panel;
  }

  private static Component metric(String id, List<Metric> metrics) {
    var title = Texts.text("metric." + id);
    var rows = metrics.stream().map(m -> Measures.row(m.attribute(), m.result())).toList();
    var marks = id.endsWith("ratio") ? FOUR_FIFTHS : NO_DIFFERENCE;
    var plot = new Svg(IntervalPlot.draw(title, rows, marks));
    var figure = new Div(new H4(title), What.is("metric." + id), plot);
    figure.addClassName("metric");
    figure.setId("metric-" + id);
    return figure;
  }

  private static Component table(List<Metric> metrics) {
    var grid = Lists.table("metrics", Texts.text("bias.noMetrics"), metrics);
    grid.addColumn(metric -> Texts.text("metric." + metric.id()))
        .setHeader(Texts.text("bias.metric"))
        .setFlexGrow(2);
    grid.addColumn(Metric::attribute).setHeader(Texts.text("bias.attribute"));
    grid.addComponentColumn(metric -> result(metric))
        .setHeader(Texts.text("bias.result"))
        .setFlexGrow(2);
    grid.addColumn(metric -> interval(metric)).setHeader(Texts.text("bias.interval"));
    return grid;
  }

  private static Span result(Metric metric) {
    var words = new Span(Measures.words(metric.result()));
    words.addClassName("wrap");
    return words;
  }

  private static String interval(Metric metric) {
    var interval = metric.result().interval();
    return interval == null ? "–" : Numbers.percent(interval.level()) + ", " + interval.method();
  }

  private static Component groups(BiasAuditView audit) {
    var panel = new Panel(Texts.text("bias.groups"));
    Map<String, List<Group>> byAttribute =
        audit.groups().stream()
            .collect(
                Collectors.groupingBy(Group::attribute, LinkedHashMap::new, Collectors.toList()));
    panel.add(What.rates());
    byAttribute.forEach((attribute, some) -> panel.add(attribute(attribute, some)));
    return panel;
  }

  private static Component attribute(String attribute, List<Group> groups) {
    var rows =
        groups.stream().map(g -> Measures.row(g.value(), g.rates().get("selection_rate"))).toList();
    var title = Texts.text("bias.selectionOf", attribute);
    var svg =
        Intersections.are(attribute)
            ? Intersections.draw(title, attribute, groups)
            : IntervalPlot.draw(title, rows);
    var part = new Div(new H4(attribute), new Svg(svg), rates(groups));
    part.addClassName("metric");
    return part;
  }

  private static Grid<Group> rates(List<Group> groups) {
    Grid<Group> grid = Lists.table("groups-" + groups.getFirst().attribute(), "", groups);
    grid.addColumn(Group::value).setHeader(Texts.text("bias.group")).setAutoWidth(true);
    count(grid, "n", Group::n);
    for (var rate : RATES) {
      grid.addComponentColumn(group -> Measures.cell(group.rates().get(rate)))
          .setHeader(Texts.text("rate." + rate))
          .setAutoWidth(true);
    }
    count(grid, "tp", Group::tp);
    count(grid, "fp", Group::fp);
    count(grid, "fn", Group::fn);
    count(grid, "tn", Group::tn);
    return grid;
  }

  private static void count(Grid<Group> grid, String key, ToLongFunction<Group> value) {
    grid.addColumn(group -> value.applyAsLong(group))
        .setHeader(Texts.text("bias." + key))
        .setAutoWidth(true)
        .setFlexGrow(0);
  }
}
