package org.assay.console.figures;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Dots with their confidence intervals, one row each, over a common axis.
public final class IntervalPlot {
  private static final int WIDTH = 640;
  private static final int ROW = 26;
  private static final int RIGHT = WIDTH - 70;

  /// One row: a figure with its interval, or the words why there is none.
  ///
  /// @param low lower end, absent where no interval is given
  /// @param high upper end
  /// @param why shown in the figure's place where `value` is absent
  public record Row(
      String label,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String why) {}

  private IntervalPlot() {}

  /// Draws the rows.
  ///
  /// @param marks values at which an upright line helps the eye, such as 0.8 and 1
  public static String draw(String description, List<Row> rows, double... marks) {
    var left = Drawing.leftOf(rows.stream().map(Row::label), 34);
    var axis = Axis.over(DoubleStream.concat(values(rows), DoubleStream.of(marks)), left, RIGHT);
    var bottom = rows.size() * ROW + 8;
    var drawing = new Drawing(WIDTH, bottom + 24, description);
    for (var tick : axis.ticks()) {
      drawing.line(axis.place(tick), 4, axis.place(tick), bottom, "grid");
      drawing.text(axis.place(tick), bottom + 16, "middle", "tick", number(tick));
    }
    for (var mark : marks) {
      drawing.line(axis.place(mark), 4, axis.place(mark), bottom, "mark");
    }
    for (var i = 0; i < rows.size(); i++) {
      row(drawing, axis, rows.get(i), i * ROW + ROW / 2.0 + 4);
    }
    return drawing.finish();
  }

  private static void row(Drawing drawing, Axis axis, Row row, double y) {
    drawing.text(axis.left() - 12, y + 4, "end", "label", Drawing.shortened(row.label(), 34));
    var value = row.value();
    if (value == null) {
      var why = row.why() == null ? "" : row.why();
      drawing.text(axis.left() + 4, y + 4, "start", "absent", Drawing.shortened(why, 60));
      return;
    }
    var hint = row.label() + ": " + number(value);
    var low = row.low();
    var high = row.high();
    if (low != null && high != null) {
      drawing.line(axis.place(low), y, axis.place(high), y, "interval");
      drawing.line(axis.place(low), y - 4, axis.place(low), y + 4, "interval");
      drawing.line(axis.place(high), y - 4, axis.place(high), y + 4, "interval");
      hint += " [" + number(low) + ", " + number(high) + "]";
    }
    drawing.dot(axis.place(value), y, 4.5, "dot", hint);
    drawing.text(RIGHT + 12.0, y + 4, "start", "value", number(value));
  }

  private static DoubleStream values(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> Stream.of(row.value(), row.low(), row.high()))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue);
  }

  static String number(double value) {
    var text = String.format(Locale.ROOT, "%.3f", value);
    return text.contains(".") ? text.replaceAll("0{1,2}$", "").replace('-', '−') : text;
  }
}
