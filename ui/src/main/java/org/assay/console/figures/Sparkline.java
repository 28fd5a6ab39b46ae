package org.assay.console.figures;

import java.util.List;
import java.util.Locale;

/// A line of the size of a word.
public final class Sparkline {
  private static final int WIDTH = 110;
  private static final int HEIGHT = 22;

  private Sparkline() {}

  /// @param values at equal distances, the oldest first
  public static String draw(String description, List<Double> values) {
    var drawing = new Drawing(WIDTH, HEIGHT, description);
    var most = Math.max(1e-9, values.stream().mapToDouble(v -> v).max().orElse(0));
    drawing.line(0, HEIGHT - 2.0, WIDTH, HEIGHT - 2.0, "grid");
    if (values.size() > 1) {
      var path = new StringBuilder();
      for (var i = 0; i < values.size(); i++) {
        var x = 2 + i * (WIDTH - 4.0) / (values.size() - 1);
        var y = HEIGHT - 2 - values.get(i) / most * (HEIGHT - 6);
        path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", i == 0 ? "M" : "L", x, y));
      }
      drawing.path(path.toString().strip(), "trend");
    }
    return drawing.finish();
  }
}
