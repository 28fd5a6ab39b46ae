package org.assay.console.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// How a model's output for one row comes about: from the base, one step for each feature, to the
/// output.
public final class Waterfall {
  private static final int WIDTH = 640;
  private static final int ROW = 26;
  private static final int RIGHT = WIDTH - 70;

  /// @param label the feature, with its value in this row
  /// @param effect what it adds to the output
  public record Step(String label, double effect) {}

  private Waterfall() {}

  /// Draws the steps, the largest effect first.
  ///
  /// @param base the mean output
  /// @param baseLabel the words for it
  /// @param outputLabel the words for base plus all effects
  public static String draw(
      String description, double base, String baseLabel, String outputLabel, List<Step> steps) {
    var ordered = new ArrayList<>(steps);
    ordered.sort(Comparator.comparingDouble(step -> -Math.abs(step.effect())));
    var levels = levels(base, ordered);
    var labels = Stream.concat(Stream.of(baseLabel, outputLabel), steps.stream().map(Step::label));
    var left = Drawing.leftOf(labels, 34);
    var axis = Axis.over(DoubleStream.of(levels), left, RIGHT);
    var bottom = (ordered.size() + 2) * ROW + 8;
    var drawing = new Drawing(WIDTH, bottom + 24, description);
    for (var tick : axis.ticks()) {
      drawing.line(axis.place(tick), 4, axis.place(tick), bottom, "grid");
      drawing.text(axis.place(tick), bottom + 16, "middle", "tick", IntervalPlot.number(tick));
    }
    level(drawing, axis, baseLabel, base, 0);
    for (var i = 0; i < ordered.size(); i++) {
      step(drawing, axis, ordered.get(i), levels[i], levels[i + 1], i + 1);
    }
    level(drawing, axis, outputLabel, levels[ordered.size()], ordered.size() + 1);
    return drawing.finish();
  }

  static double[] levels(double base, List<Step> steps) {
    var levels = new double[steps.size() + 1];
    levels[0] = base;
    for (var i = 0; i < steps.size(); i++) {
      levels[i + 1] = levels[i] + steps.get(i).effect();
    }
    return levels;
  }

  private static void step(Drawing drawing, Axis axis, Step step, double from, double to, int row) {
    var middle = row * ROW + ROW / 2.0 + 4;
    var number = (step.effect() > 0 ? "+" : "") + IntervalPlot.number(step.effect());
    drawing.text(axis.left() - 12, middle + 4, "end", "label", Drawing.shortened(step.label(), 34));
    drawing.bar(
        axis.place(from),
        axis.place(to),
        middle - 8,
        16,
        step.effect() < 0 ? "bar down" : "bar up",
        step.label() + ": " + number);
    drawing.text(RIGHT + 12.0, middle + 4, "start", "value", number);
  }

  private static void level(Drawing drawing, Axis axis, String label, double value, int row) {
    var middle = row * ROW + ROW / 2.0 + 4;
    var number = IntervalPlot.number(value);
    drawing.text(axis.left() - 12, middle + 4, "end", "label strong", label);
    drawing.line(axis.place(value), middle - 9, axis.place(value), middle + 9, "level");
    drawing.text(RIGHT + 12.0, middle + 4, "start", "value strong", number);
  }
}
