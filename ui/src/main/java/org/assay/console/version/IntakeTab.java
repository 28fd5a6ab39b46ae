package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.api.assessments.IntakeView;
import org.assay.api.assessments.IntakeView.Finding;
import org.assay.api.assessments.IntakeView.Opset;
import org.assay.api.assessments.IntakeView.Probe;
import org.assay.api.assessments.IntakeView.Run;
import org.assay.api.assessments.IntakeView.Tensor;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// What the model's files turned out to be.
class IntakeTab extends Div {
  private static final long serialVersionUID = 1L;

  IntakeTab(VersionContext context) {
    var assessments = context.server().assessments();
    add(Report.show(() -> assessments.intake(context.name(), context.number()), this::report));
  }

  private Component report(IntakeView intake) {
    return new Div(
        findings(intake.findings()),
        new Panel(Texts.text("intake.signature"), new Div(tensors(intake))),
        probe(intake),
        inside(intake));
  }

  private static Component findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return new Notice(Badges.Tone.GOOD, Texts.text("intake.clean"));
    }
    var panel = new Panel(Texts.text("intake.findings"));
    for (var finding : findings) {
      var line = new Div(Badges.severity(finding.severity()), new Span(finding.message()));
      line.addClassName("finding");
      line.setId("finding-" + finding.id());
      panel.add(line);
      if (finding.remedy() != null) {
        var remedy = new Paragraph(Texts.text("error.remedy", finding.remedy()));
        remedy.addClassName("remedy");
        panel.add(remedy);
      }
    }
    return panel;
  }

  private record Port(String direction, Tensor tensor) {}

  private static Component tensors(IntakeView intake) {
    var ports =
        Stream.concat(
                intake.inputs().stream().map(t -> new Port(Texts.text("intake.input"), t)),
                intake.outputs().stream().map(t -> new Port(Texts.text("intake.output"), t)))
            .toList();
    var grid = Lists.table("tensors", "", ports);
    grid.addColumn(Port::direction).setHeader("").setAutoWidth(true);
    grid.addColumn(port -> port.tensor().name()).setHeader(Texts.text("field.name"));
    grid.addColumn(port -> port.tensor().type()).setHeader(Texts.text("field.type"));
    grid.addColumn(port -> shape(port.tensor().shape())).setHeader(Texts.text("intake.shape"));
    return grid;
  }

  static String shape(List<String> shape) {
    return shape.stream().collect(Collectors.joining(" × ", "[", "]"));
  }

  private static Component inside(IntakeView intake) {
    var locale = UI.getCurrent().getLocale();
    var facts =
        new Facts()
            .fact("intake.producer", intake.producer())
            .fact("intake.ir", Long.toString(intake.irVersion()))
            .fact("intake.opsets", opsets(intake.opsets()))
            .fact("intake.parameters", Numbers.count(intake.parameters(), locale))
            .fact("intake.operators", operators(intake.operators()))
            .fact("field.at", Times.at(intake.at()))
            .fact("field.reportDigest", new Digest(intake.digest()));
    return new Panel(Texts.text("intake.inside"), facts);
  }

  static String opsets(List<Opset> opsets) {
    return opsets.stream()
        .map(
            opset ->
                (opset.domain().isEmpty() ? "ai.onnx" : opset.domain()) + " " + opset.version())
        .collect(Collectors.joining(", "));
  }

  static String operators(Map<String, Integer> operators) {
    return operators.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() + " × " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Component probe(IntakeView intake) {
    var probe = intake.probe();
    if (probe == null) {
      return new Panel(Texts.text("intake.probe"), Notice.empty(Texts.text("intake.probe.none")));
    }
    return new Panel(Texts.text("intake.probe"), verdict(probe), runs(probe.runs()));
  }

  private static Component verdict(Probe probe) {
    var loaded =
        Badges.badge(
            Texts.text(probe.loaded() ? "intake.loaded" : "intake.notLoaded", probe.loadMillis()),
            probe.loaded() ? Badges.Tone.GOOD : Badges.Tone.BAD);
    var steady =
        Badges.badge(
            Texts.text(probe.deterministic() ? "intake.deterministic" : "intake.wavering"),
            probe.deterministic() ? Badges.Tone.GOOD : Badges.Tone.CAUTION);
    var line = new Div(loaded, steady);
    line.addClassName("finding");
    return line;
  }

  private static Component runs(List<Run> runs) {
    var grid = Lists.table("probe-runs", Texts.text("intake.noRuns"), runs);
    grid.addColumn(Run::name).setHeader(Texts.text("intake.run"));
    grid.addColumn(Run::outcome).setHeader(Texts.text("intake.outcome")).setFlexGrow(3);
    grid.addColumn(run -> run.millis() + " ms").setHeader(Texts.text("intake.millis"));
    return grid;
  }
}
