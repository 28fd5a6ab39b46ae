package org.assay.console.version;

import com.vaadin.flow.component.html.Span;
import org.assay.api.assessments.Measure;
import org.assay.console.figures.IntervalPlot;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// A figure in words: with its interval, or the reason why there is none.
public final class Measures {
  private Measures() {}

  /// The figure and its interval, `0.812 [0.770, 0.851]`; the reason where it is not defined.
  public static String words(@Nullable Measure measure) {
    if (measure == null) {
      return "–";
    }
    var value = measure.value();
    if (value == null) {
      return measure.reason() == null ? measure.state() : measure.reason();
    }
    var interval = measure.interval();
    return interval == null
        ? Numbers.figure(value)
        : Numbers.figure(value)
            + " ["
            + Numbers.figure(interval.low())
            + ", "
            + Numbers.figure(interval.high())
            + "]";
  }

  /// As [#words(Measure)], short for a table's cell: the reason is in the hint.
  static Span cell(@Nullable Measure measure) {
    if (measure == null || measure.value() != null) {
      var cell = new Span(words(measure));
      cell.addClassName("number");
      return cell;
    }
    var cell = new Span(Texts.text("measure." + measure.state()));
    cell.addClassName("muted");
    cell.setTitle(words(measure));
    return cell;
  }

  static IntervalPlot.Row row(String label, @Nullable Measure measure) {
    if (measure == null || measure.value() == null) {
      return new IntervalPlot.Row(label, null, null, null, words(measure));
    }
    var interval = measure.interval();
    return new IntervalPlot.Row(
        label,
        measure.value(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        null);
  }
}
