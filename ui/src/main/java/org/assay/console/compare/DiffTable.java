package org.assay.console.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// A table with a row for each thing and a column for each version; what differs stands out, by a
/// word and not by colour alone.
class DiffTable extends Div {
  private static final long serialVersionUID = 1L;
  private final NativeTable table = new NativeTable();

  DiffTable(String id, String caption, String... head) {
    addClassName("diff");
    setId(id);
    table.getCaption().setText(caption);
    var names = table.getHead().addRow();
    for (var name : head) {
      names.add(header("col", name));
    }
    add(table);
  }

  /// A row of two texts.
  DiffTable row(String name, @Nullable String left, @Nullable String right) {
    return row(name, !Objects.equals(left, right), new Span(orDash(left)), new Span(orDash(right)));
  }

  DiffTable row(String name, boolean isChanged, Component... cells) {
    var row = table.getBody().addRow();
    var title = header("row", name);
    if (isChanged) {
      row.addClassName("changed");
      var mark = new Span(Texts.text("compare.changed"));
      mark.addClassNames("badge", "caution");
      title.add(new Span(" "), mark);
    }
    row.add(title);
    for (var cell : cells) {
      row.addDataCell().add(cell);
    }
    return this;
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isBlank() ? "–" : text;
  }

  private static NativeTableHeaderCell header(String scope, String text) {
    var cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }
}
