package org.assay.console.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Each explained row as a dot for each feature: how far to the side tells what the feature added
/// to the output, the colour whether the feature's value was low or high among these rows. From
/// blue to orange, which people tell apart whatever their colour vision.
public final class Beeswarm {
  private static final int WIDTH = 640;
  private static final int ROW = 34;
  private static final int RIGHT = WIDTH - 24;
  private static final int MOST = 12;
  private static final int SHADES = 5;
  private static final double RADIUS = 3.2;

  /// @param values what the feature is in each row, in the effects' order; none where rows are
  /// hidden
  public record Feature(String label, List<Double> effects, List<@Nullable Double> values) {
    double weight() {
      return effects.stream().mapToDouble(Math::abs).average().orElse(0);
    }
  }

  private Beeswarm() {}

  /// The features shown, the weightiest first.
  public static List<Feature> shown(List<Feature> features) {
    return features.stream()
        .sorted(Comparator.comparingDouble(f -> -f.weight()))
        .limit(MOST)
        .toList();
  }

  public static String draw(String description, List<Feature> features) {
    var rows = shown(features);
    var left = Drawing.leftOf(rows.stream().map(Feature::label), 28);
    var effects = rows.stream().flatMapToDouble(f -> f.effects().stream().mapToDouble(e -> e));
    var axis = Axis.over(DoubleStream.concat(effects, DoubleStream.of(0)), left, RIGHT);
    var bottom = rows.size() * ROW + 8;
    var drawing = new Drawing(WIDTH, bottom + 24, description);
    for (var tick : axis.ticks()) {
      drawing.line(axis.place(tick), 4, axis.place(tick), bottom, "grid");
      drawing.text(axis.place(tick), bottom + 16, "middle", "tick", IntervalPlot.number(tick));
    }
    drawing.line(axis.place(0), 4, axis.place(0), bottom, "level");
    for (var i = 0; i < rows.size(); i++) {
      feature(drawing, axis, rows.get(i), i * ROW + ROW / 2.0 + 4);
    }
    return drawing.finish();
  }

  /// Dots that would lie on each other are moved up and down in turn.
  private static void feature(Drawing drawing, Axis axis, Feature feature, double middle) {
    drawing.text(
        axis.left() - 12, middle + 4, "end", "label", Drawing.shortened(feature.label(), 28));
    Map<Long, Integer> taken = new HashMap<>();
    for (var i = 0; i < feature.effects().size(); i++) {
      double effect = feature.effects().get(i);
      var x = axis.place(effect);
      var before = taken.merge(Math.round(x / (2 * RADIUS)), 1, Integer::sum) - 1;
      var away = Math.min((before + 1) / 2 * 2 * RADIUS, ROW / 2.0 - RADIUS);
      var y = middle + (before % 2 == 0 ? away : -away);
      var value = i < feature.values().size() ? feature.values().get(i) : null;
      var hint =
          feature.label()
              + (value == null ? "" : " = " + IntervalPlot.number(value))
              + ": "
              + IntervalPlot.number(effect);
      drawing.dot(x, y, RADIUS, "bee bee-" + shade(feature.values(), value), hint);
    }
  }

  /// Which fifth of the feature's range the value lies in; `x` where it is not known.
  static String shade(List<@Nullable Double> values, @Nullable Double value) {
    var range =
        values.stream()
            .filter(Objects::nonNull)
            .mapToDouble(v -> Objects.requireNonNull(v))
            .summaryStatistics();
    if (value == null || !(range.getMax() > range.getMin())) {
      return "x";
    }
    var share = (value - range.getMin()) / (range.getMax() - range.getMin());
    return Integer.toString(Math.clamp((int) Math.floor(share * SHADES), 0, SHADES - 1));
  }
}
