package org.assay.console.figures;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A horizontal scale: from values to places in a drawing.
///
/// @param low the smallest value shown
/// @param high the largest value shown, above `low`
/// @param left where the smallest lies
/// @param right where the largest lies
record Axis(double low, double high, double left, double right) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  Axis {
    if (!(high > low) || !(right > left)) {
      throw new IllegalArgumentException("an axis from " + low + " to " + high + " is empty");
    }
  }

  /// An axis that shows all the values, with round ends.
  static Axis over(DoubleStream values, double left, double right) {
    var range = values.filter(Double::isFinite).summaryStatistics();
    if (range.getCount() == 0) {
      return new Axis(0, 1, left, right);
    }
    var width = Math.max(range.getMax() - range.getMin(), 1e-9);
    var step = step(width);
    var low = Math.floor(range.getMin() / step) * step;
    var high = Math.ceil(range.getMax() / step) * step;
    return new Axis(low, high > low ? high : low + step, left, right);
  }

  double place(double value) {
    return left + (value - low) / (high - low) * (right - left);
  }

  /// Round values to write on the axis, four to seven of them.
  List<Double> ticks() {
    var step = step(high - low);
    var first = (long) Math.ceil(low / step - 1e-9);
    var last = (long) Math.floor(high / step + 1e-9);
    return IntStream.rangeClosed(0, (int) (last - first))
        .mapToObj(i -> (first + i) * step)
        .toList();
  }

  private static double step(double width) {
    var magnitude = Math.pow(10, Math.floor(Math.log10(width / 5)));
    for (var step : STEPS) {
      if (width / (step * magnitude) <= 6) {
        return step * magnitude;
      }
    }
    return 10 * magnitude;
  }
}
