package org.assay.console.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.BiasAuditView.Group;
import org.assay.api.assessments.BiasAuditView.Metric;
import org.assay.api.assessments.Measure;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Texts;
import org.assay.console.version.Measures;
import org.jspecify.annotations.Nullable;

/// The bias audits of both versions: comparisons of groups with their intervals, and the groups'
/// rates with a test whether they differ by more than noise.
class MeasuresDiff extends Div {
  private static final long serialVersionUID = 1L;
  private static final double LEVEL = 0.05;
  private static final List<String> RATES = List.of("selection_rate", "tpr", "fpr", "accuracy");

  /// How often a rate's event happened, among how many.
  private record Count(long hits, long total) {}

  MeasuresDiff(Side left, Side right) {
    var before = left.audit();
    var after = right.audit();
    if (before == null || after == null) {
      add(Notice.empty(Texts.text("compare.noAudit")));
      return;
    }
    if (!before.datasetId().equals(after.datasetId())) {
      add(new Notice(Badges.Tone.CAUTION, Texts.text("compare.otherData")));
    }
    add(metrics(left, before, right, after));
    add(new Paragraph(Texts.text("compare.test")));
    add(rates(left, before, right, after));
  }

  private static DiffTable metrics(
      Side left, BiasAuditView before, Side right, BiasAuditView after) {
    var table =
        new DiffTable(
            "diff-metrics",
            Texts.text("bias.metrics"),
            Texts.text("bias.metric"),
            name(left),
            name(right),
            Texts.text("compare.difference"));
    Map<String, Metric> old = new LinkedHashMap<>();
    before.metrics().forEach(m -> old.put(m.id() + " " + m.attribute(), m));
    for (var metric : after.metrics()) {
      var was = old.remove(metric.id() + " " + metric.attribute());
      table.row(
          Texts.text("metric." + metric.id()) + ", " + metric.attribute(),
          false,
          words(was == null ? null : was.result()),
          words(metric.result()),
          new Span(difference(was == null ? null : was.result(), metric.result())));
    }
    for (var gone : old.values()) {
      table.row(
          Texts.text("metric." + gone.id()) + ", " + gone.attribute(),
          false,
          words(gone.result()),
          words(null),
          new Span("–"));
    }
    return table;
  }

  private static DiffTable rates(Side left, BiasAuditView before, Side right, BiasAuditView after) {
    var table =
        new DiffTable(
            "diff-rates",
            Texts.text("bias.groups"),
            Texts.text("bias.group"),
            name(left),
            name(right),
            Texts.text("compare.difference"),
            Texts.text("compare.verdict"));
    for (var group : after.groups()) {
      before.groups().stream()
          .filter(g -> g.attribute().equals(group.attribute()) && g.value().equals(group.value()))
          .findFirst()
          .ifPresent(was -> RATES.forEach(rate -> rate(table, rate, was, group)));
    }
    return table;
  }

  private static void rate(DiffTable table, String rate, Group was, Group now) {
    var before = was.rates().get(rate);
    var after = now.rates().get(rate);
    if (before == null || after == null || before.value() == null || after.value() == null) {
      return;
    }
    table.row(
        now.attribute() + " = " + now.value() + ", " + Texts.text("rate." + rate),
        false,
        words(before),
        words(after),
        new Span(difference(before, after)),
        verdict(count(rate, was), count(rate, now)));
  }

  private static Count count(String rate, Group group) {
    return switch (rate) {
      case "selection_rate" -> new Count(group.tp() + group.fp(), group.n());
      case "tpr" -> new Count(group.tp(), group.tp() + group.fn());
      case "fpr" -> new Count(group.fp(), group.fp() + group.tn());
      case "accuracy" -> new Count(group.tp() + group.tn(), group.n());
      default -> throw new IllegalArgumentException(rate);
    };
  }

  private static Component verdict(Count before, Count after) {
    if (!TwoProportions.applies(before.hits(), before.total())
        || !TwoProportions.applies(after.hits(), after.total())) {
      return Badges.badge(Texts.text("compare.tooFew"), Badges.Tone.NEUTRAL);
    }
    var test = TwoProportions.of(before.hits(), before.total(), after.hits(), after.total());
    var isNoise = test.p() >= LEVEL;
    var badge =
        Badges.badge(
            Texts.text(isNoise ? "compare.noise" : "compare.differs"),
            isNoise ? Badges.Tone.NEUTRAL : Badges.Tone.CAUTION);
    var p = test.p() < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", test.p());
    var numbers = new Span(String.format(Locale.ROOT, "z = %.2f, %s", test.z(), p));
    numbers.addClassNames("muted", "number");
    var lines = new Div(badge, numbers);
    lines.addClassName("lines");
    return lines;
  }

  private static String difference(@Nullable Measure before, Measure after) {
    if (before == null || before.value() == null || after.value() == null) {
      return "–";
    }
    var by = Objects.requireNonNull(after.value()) - Objects.requireNonNull(before.value());
    return (by > 0 ? "+" : "") + Numbers.figure(by);
  }

  private static Span words(@Nullable Measure measure) {
    var words = new Span(Measures.words(measure));
    words.addClassName("number");
    return words;
  }

  static String name(Side side) {
    return Texts.text("version.number", Integer.toString(side.number()));
  }
}
