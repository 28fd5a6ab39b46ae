package org.assay.console.figures;

import java.util.List;
import java.util.stream.DoubleStream;

/// Bars from zero with the interval of each.
public final class BarPlot {
  private static final int WIDTH = 640;
  private static final int ROW = 26;
  private static final int RIGHT = WIDTH - 70;

  /// @param low lower end of the interval
  /// @param high upper end
  public record Bar(String label, double value, double low, double high) {}

  private BarPlot() {}

  public static String draw(String description, List<Bar> bars) {
    var values = bars.stream().flatMapToDouble(b -> DoubleStream.of(b.value(), b.low(), b.high()));
    var left = Drawing.leftOf(bars.stream().map(Bar::label), 28);
    var axis = Axis.over(DoubleStream.concat(values, DoubleStream.of(0)), left, RIGHT);
    var bottom = bars.size() * ROW + 8;
    var drawing = new Drawing(WIDTH, bottom + 24, description);
    for (var tick : axis.ticks()) {
      drawing.line(axis.place(tick), 4, axis.place(tick), bottom, "grid");
      drawing.text(axis.place(tick), bottom + 16, "middle", "tick", IntervalPlot.number(tick));
    }
    for (var i = 0; i < bars.size(); i++) {
      bar(drawing, axis, bars.get(i), i * ROW + 6.0);
    }
    return drawing.finish();
  }

  private static void bar(Drawing drawing, Axis axis, Bar bar, double top) {
    var middle = top + 9;
    var number = IntervalPlot.number(bar.value());
    var low = axis.place(bar.low());
    var high = axis.place(bar.high());
    drawing.text(axis.left() - 12, middle + 4, "end", "label", Drawing.shortened(bar.label(), 28));
    drawing.bar(
        axis.place(0), axis.place(bar.value()), top, 18, "bar", bar.label() + ": " + number);
    drawing.line(low, middle, high, middle, "interval");
    drawing.line(low, middle - 4, low, middle + 4, "interval");
    drawing.line(high, middle - 4, high, middle + 4, "interval");
    drawing.text(RIGHT + 12.0, middle + 4, "start", "value", number);
  }
}
