package org.assay.console.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.GateView.Control;
import org.assay.api.assessments.IntakeView;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// Gate, intake, plan and digests of both versions, line by line.
final class ReportsDiff {
  /// One control as each side has it.
  private record Pair(String id, @Nullable Control left, @Nullable Control right) {
    boolean isChanged() {
      return !status(left).equals(status(right));
    }

    Control any() {
      return right == null ? Objects.requireNonNull(left) : right;
    }
  }

  private ReportsDiff() {}

  /// Controls that changed their status come first.
  static DiffTable gate(Side left, Side right) {
    var table = table("diff-gate", "compare.gate", left, right);
    var ids = new TreeSet<String>();
    controls(left.gate()).forEach(c -> ids.add(c.id()));
    controls(right.gate()).forEach(c -> ids.add(c.id()));
    var pairs = new ArrayList<Pair>();
    ids.forEach(id -> pairs.add(new Pair(id, find(left.gate(), id), find(right.gate(), id))));
    pairs.sort(Comparator.comparing(pair -> !pair.isChanged()));
    var locale = UI.getCurrent().getLocale();
    for (var pair : pairs) {
      table.row(
          Texts.inLanguage(pair.any().title(), locale),
          pair.isChanged(),
          cell(pair.left()),
          cell(pair.right()));
    }
    return table;
  }

  static DiffTable intake(Side left, Side right) {
    var before = left.intake();
    var after = right.intake();
    var table = table("diff-intake", "compare.intake", left, right);
    line(table, "intake.producer", before, after, IntakeView::producer);
    line(table, "intake.ir", before, after, i -> Long.toString(i.irVersion()));
    line(table, "compare.inputs", before, after, i -> tensors(i.inputs()));
    line(table, "compare.outputs", before, after, i -> tensors(i.outputs()));
    line(table, "intake.opsets", before, after, ReportsDiff::opsets);
    line(
        table,
        "intake.operators",
        before,
        after,
        i ->
            new TreeMap<>(i.operators())
                .entrySet().stream()
                    .map(e -> e.getKey() + " × " + e.getValue())
                    .collect(Collectors.joining("\n")));
    line(
        table,
        "intake.parameters",
        before,
        after,
        i -> Numbers.count(i.parameters(), UI.getCurrent().getLocale()));
    line(table, "intake.findings", before, after, i -> Integer.toString(i.findings().size()));
    return table;
  }

  static DiffTable plan(Side left, Side right) {
    var before = left.plan();
    var after = right.plan();
    var table = table("diff-plan", "plan.title", left, right);
    line(table, "plan.dataset", before, after, p -> p.datasetId().toString());
    line(table, "plan.label", before, after, AssessmentPlan::label);
    line(table, "plan.favourable", before, after, AssessmentPlan::favourable);
    line(table, "plan.protected", before, after, p -> String.join(", ", p.protectedAttributes()));
    line(
        table,
        "plan.references",
        before,
        after,
        p -> p.references() == null ? "" : new TreeMap<>(p.references()).toString());
    line(table, "plan.minimum", before, after, p -> Objects.toString(p.minimumGroupSize(), "30"));
    line(table, "compare.output", before, after, p -> p.mapping().output().toString());
    return table;
  }

  static DiffTable digests(Side left, Side right) {
    var table = table("diff-digests", "compare.digests", left, right);
    digest(table, "field.versionDigest", left.version().digest(), right.version().digest());
    digest(
        table,
        "tab.intake",
        left.intake() == null ? null : left.intake().digest(),
        right.intake() == null ? null : right.intake().digest());
    digest(
        table,
        "tab.bias",
        left.audit() == null ? null : left.audit().digest(),
        right.audit() == null ? null : right.audit().digest());
    digest(
        table,
        "tab.explanation",
        left.explanation() == null ? null : left.explanation().digest(),
        right.explanation() == null ? null : right.explanation().digest());
    digest(
        table,
        "gate.evidenceDigest",
        left.gate() == null ? null : left.gate().evidenceDigest(),
        right.gate() == null ? null : right.gate().evidenceDigest());
    return table;
  }

  private static void digest(
      DiffTable table, String key, @Nullable String left, @Nullable String right) {
    table.row(
        Texts.text(key),
        !Objects.equals(left, right),
        new Code(left == null ? "–" : left),
        new Code(right == null ? "–" : right));
  }

  private static DiffTable table(String id, String captionKey, Side left, Side right) {
    return new DiffTable(
        id, Texts.text(captionKey), "", MeasuresDiff.name(left), MeasuresDiff.name(right));
  }

  private static <T> void line(
      DiffTable table,
      String key,
      @Nullable T left,
      @Nullable T right,
      Function<T, @Nullable String> value) {
    table.row(
        Texts.text(key),
        left == null ? null : value.apply(left),
        right == null ? null : value.apply(right));
  }

  private static List<Control> controls(@Nullable GateView gate) {
    return gate == null ? List.of() : gate.controls();
  }

  private static @Nullable Control find(@Nullable GateView gate, String id) {
    return controls(gate).stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
  }

  private static String status(@Nullable Control control) {
    return control == null ? "" : control.status();
  }

  private static Component cell(@Nullable Control control) {
    if (control == null) {
      return new Span("–");
    }
    var tone =
        switch (control.status()) {
          case "pass" -> Badges.Tone.GOOD;
          case "fail" -> Badges.Tone.BAD;
          case "warn", "missing" -> Badges.Tone.CAUTION;
          default -> Badges.Tone.NEUTRAL;
        };
    var value = control.value() == null ? "" : " " + control.value();
    return new Span(Badges.badge(Texts.text("control." + control.status()), tone), new Span(value));
  }

  private static String tensors(List<IntakeView.Tensor> tensors) {
    return tensors.stream()
        .map(t -> t.name() + ": " + t.type() + " [" + String.join(", ", t.shape()) + "]")
        .collect(Collectors.joining("\n"));
  }

  private static String opsets(IntakeView intake) {
    return intake.opsets().stream()
        .map(o -> (o.domain().isEmpty() ? "ai.onnx" : o.domain()) + " " + o.version())
        .collect(Collectors.joining("\n"));
  }
}
