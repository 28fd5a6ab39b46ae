package org.assay.console.figures;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/// The numbers behind a figure as a plain table, folded away: for readers who cannot see the
/// figure, and for those who want the numbers.
public class FigureTable extends Details {
  private static final long serialVersionUID = 1L;

  /// @param summary what opens it, such as "Show as a table"
  /// @param caption what the table is about
  /// @param head the columns' names
  /// @param rows their cells, as text; the first names the row
  public FigureTable(String summary, String caption, List<String> head, List<List<String>> rows) {
    super(summary);
    addClassName("figure-table");
    var table = new NativeTable();
    table.getCaption().setText(caption);
    var names = table.getHead().addRow();
    head.forEach(name -> names.add(header("col", name)));
    for (var row : rows) {
      row(table.getBody().addRow(), row);
    }
    var scroll = new Div(table);
    scroll.addClassName("figure-table-scroll");
    add(scroll);
  }

  private static void row(NativeTableRow row, List<String> cells) {
    for (var i = 0; i < cells.size(); i++) {
      if (i == 0) {
        row.add(header("row", cells.get(i)));
      } else {
        row.addDataCell().setText(cells.get(i));
      }
    }
  }

  private static NativeTableHeaderCell header(String scope, String text) {
    var cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }
}
