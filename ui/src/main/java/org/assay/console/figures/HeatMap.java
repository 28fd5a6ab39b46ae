package org.assay.console.figures;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shares of one in a grid of two traits: one hue whose strength grows with the share, so that it
/// reads without telling colours apart, and the number in each cell. A cell without a number is
/// hatched and says why.
public final class HeatMap {
  private static final int HEIGHT = 40;
  private static final int TOP = 40;
  private static final int STEPS = 9;

  /// @param value between 0 and 1, absent where there is no figure
  /// @param note the words under the number, or in its place
  public record Cell(String row, String column, @Nullable Double value, String note) {}

  private HeatMap() {}

  public static String draw(
      String description, String rowTrait, String columnTrait, List<Cell> cells) {
    Set<String> rows = names(cells.stream().map(Cell::row).toList());
    List<String> columns = List.copyOf(names(cells.stream().map(Cell::column).toList()));
    Map<List<String>, Cell> at =
        cells.stream()
            .collect(
                Collectors.toMap(
                    c -> List.of(c.row(), c.column()), c -> c, (first, more) -> first));
    var left = (int) Drawing.leftOf(rows.stream(), 24);
    var width = Math.clamp((760 - left) / Math.max(1, columns.size()), 84, 150);
    var drawing =
        new Drawing(left + width * columns.size() + 8, TOP + HEIGHT * rows.size() + 8, description);
    drawing.hatch();
    drawing.text(left - 12.0, TOP - 10.0, "end", "tick", Drawing.shortened(rowTrait, 24));
    drawing.text(left + 4.0, 12, "start", "tick", Drawing.shortened(columnTrait, 60));
    for (var j = 0; j < columns.size(); j++) {
      var middle = left + width * (j + 0.5);
      drawing.text(
          middle, TOP - 10.0, "middle", "label", Drawing.shortened(columns.get(j), width / 8));
    }
    var y = TOP;
    for (var row : rows) {
      drawing.text(left - 12.0, y + 24.0, "end", "label", Drawing.shortened(row, 24));
      for (var j = 0; j < columns.size(); j++) {
        cell(drawing, at.get(List.of(row, columns.get(j))), left + width * j, y, width);
      }
      y += HEIGHT;
    }
    return drawing.finish();
  }

  private static void cell(Drawing drawing, @Nullable Cell cell, int x, int y, int width) {
    var middle = x + width / 2.0;
    if (cell == null) {
      drawing.bar(x + 1.0, x + width - 1.0, y + 1.0, HEIGHT - 2.0, "heat none", "–");
      drawing.text(middle, y + 24.0, "middle", "absent", "–");
      return;
    }
    var value = cell.value();
    var hint = cell.row() + " × " + cell.column() + ": ";
    if (value == null) {
      drawing.bar(
          x + 1.0, x + width - 1.0, y + 1.0, HEIGHT - 2.0, "heat hatched", hint + cell.note());
      drawing.text(middle, y + 24.0, "middle", "absent", Drawing.shortened(cell.note(), width / 6));
      return;
    }
    var number = IntervalPlot.number(value);
    drawing.bar(
        x + 1.0,
        x + width - 1.0,
        y + 1.0,
        HEIGHT - 2.0,
        "heat heat-" + step(value),
        hint + number + ", " + cell.note());
    drawing.text(middle, y + 18.0, "middle", "strong", number);
    drawing.text(middle, y + 32.0, "middle", "tick", cell.note());
  }

  /// Which of the nine strengths of the hue a share has.
  static int step(double share) {
    return Math.clamp((int) Math.floor(share * STEPS), 0, STEPS - 1);
  }

  private static Set<String> names(List<String> names) {
    return new LinkedHashSet<>(names);
  }
}
