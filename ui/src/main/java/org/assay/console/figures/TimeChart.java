package org.assay.console.figures;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A figure for each minute as bars or as a line, over the time shown.
public final class TimeChart {
  private static final int WIDTH = 640;
  private static final int LEFT = 56;
  private static final int RIGHT = WIDTH - 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 120;

  /// @param share where in the time shown it lies, 0 to 1
  /// @param label its time in words
  /// @param value absent where nothing was measured
  /// @param bad the part of it that is a fault
  public record Point(double share, String label, @Nullable Double value, double bad) {}

  private TimeChart() {}

  /// Bars from zero, their bad part in front.
  public static String bars(String description, String from, String to, List<Point> points) {
    var drawing = new Drawing(WIDTH, BOTTOM + 22, description);
    var most = frame(drawing, points, from, to);
    var width = Math.max(2, (RIGHT - LEFT) / 64.0);
    for (var point : points) {
      var value = point.value();
      if (value == null || value <= 0) {
        continue;
      }
      var x = place(point.share()) - width / 2;
      var hint = point.label() + ": " + number(value);
      drawing.bar(x, x + width, height(value, most), BOTTOM - height(value, most), "bar", hint);
      if (point.bad() > 0) {
        var top = height(point.bad(), most);
        drawing.bar(x, x + width, top, BOTTOM - top, "bar fault", hint);
      }
    }
    return drawing.finish();
  }

  /// A line, cut where nothing was measured, with a dot at each point.
  public static String line(String description, String from, String to, List<Point> points) {
    var drawing = new Drawing(WIDTH, BOTTOM + 22, description);
    var most = frame(drawing, points, from, to);
    drawing.path(path(points, most), "trend");
    for (var point : points) {
      var value = point.value();
      if (value != null) {
        var hint = point.label() + ": " + number(value);
        drawing.dot(place(point.share()), height(value, most), 2, "dot", hint);
      }
    }
    return drawing.finish();
  }

  private static String path(List<Point> points, double most) {
    var path = new StringBuilder();
    var isDown = false;
    for (var point : points) {
      var value = point.value();
      if (value != null) {
        path.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f ",
                isDown ? "L" : "M",
                place(point.share()),
                height(value, most)));
      }
      isDown = value != null;
    }
    return path.toString().strip();
  }

  private static double frame(Drawing drawing, List<Point> points, String from, String to) {
    var most = Math.max(1e-9, points.stream().mapToDouble(TimeChart::value).max().orElse(0));
    var axis = new Axis(0, most, 0, 1);
    for (var tick : axis.ticks()) {
      var y = height(tick, most);
      drawing.line(LEFT, y, RIGHT, y, "grid");
      drawing.text(LEFT - 8.0, y + 4, "end", "tick", number(tick));
    }
    drawing.text(LEFT, BOTTOM + 16.0, "start", "tick", from);
    drawing.text(RIGHT, BOTTOM + 16.0, "end", "tick", to);
    return most;
  }

  private static double value(Point point) {
    var value = point.value();
    return value == null ? 0 : value;
  }

  private static double place(double share) {
    return LEFT + share * (RIGHT - LEFT);
  }

  private static double height(double value, double most) {
    return BOTTOM - value / most * (BOTTOM - TOP);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : IntervalPlot.number(value);
  }
}
