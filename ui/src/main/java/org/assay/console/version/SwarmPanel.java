package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.api.assessments.ExplanationView;
import org.assay.console.figures.Beeswarm;
import org.assay.console.figures.Beeswarm.Feature;
import org.assay.console.figures.FigureTable;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// The effects of every feature over all explained rows.
class SwarmPanel extends Panel {
  private static final long serialVersionUID = 1L;
  private static final int SHADES = 5;

  SwarmPanel(ExplanationView explanation) {
    super(Texts.text("explanation.swarm"));
    var features = features(explanation);
    var svg = new Svg(Beeswarm.draw(Texts.text("explanation.swarm"), features));
    svg.setId("beeswarm");
    add(new Paragraph(Texts.text("explanation.swarm.text", explanation.values().size())));
    if (!explanation.rows().isEmpty()) {
      add(legend());
    }
    add(svg, table(features));
  }

  static List<Feature> features(ExplanationView explanation) {
    return IntStream.range(0, explanation.features().size())
        .mapToObj(
            i ->
                new Feature(
                    explanation.features().get(i),
                    explanation.values().stream().map(row -> row.get(i)).toList(),
                    column(explanation.rows(), i)))
        .toList();
  }

  private static List<@Nullable Double> column(List<List<Double>> rows, int i) {
    var column = new ArrayList<@Nullable Double>();
    rows.forEach(row -> column.add(i < row.size() ? row.get(i) : null));
    return column;
  }

  private static Component legend() {
    var legend = new Div(new Span(Texts.text("explanation.low")));
    legend.addClassName("bee-legend");
    IntStream.range(0, SHADES).forEach(i -> legend.getElement().appendChild(new Element("i")));
    legend.add(new Span(Texts.text("explanation.high")));
    return legend;
  }

  private static FigureTable table(List<Feature> features) {
    var head =
        List.of(
            Texts.text("explanation.feature"),
            Texts.text("explanation.meanEffect"),
            Texts.text("explanation.least"),
            Texts.text("explanation.most"));
    return new FigureTable(
        Texts.text("figure.table"),
        Texts.text("explanation.swarm"),
        head,
        Beeswarm.shown(features).stream().map(SwarmPanel::row).toList());
  }

  private static List<String> row(Feature feature) {
    var effects = feature.effects().stream().mapToDouble(e -> e).summaryStatistics();
    var mean = feature.effects().stream().mapToDouble(Math::abs).average().orElse(0);
    return List.of(
        feature.label(),
        Numbers.figure(mean),
        Numbers.figure(effects.getMin()),
        Numbers.figure(effects.getMax()));
  }
}
