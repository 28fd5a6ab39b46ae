package org.assay.console.datasets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.RowsView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// The first rows as a live grant shows them, or the server's words why not.
class RowsPanel extends Panel {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient Server server;
  private final transient DatasetView dataset;
  private final TextField purpose = new TextField(Texts.text("datasets.purpose"));
  private final Div rows = new Div();

  RowsPanel(Server server, DatasetView dataset) {
    super(Texts.text("datasets.preview"));
    this.server = server;
    this.dataset = dataset;
    purpose.setId("rows-purpose");
    purpose.setValue("assessment");
    var show = new Button(Texts.text("datasets.show"), click -> show());
    show.setId("show-rows");
    rows.setId("rows");
    var bar = new Div(purpose, show);
    bar.addClassName("buttons");
    bar.addClassName("baseline");
    add(new Paragraph(Texts.text("datasets.preview.text")), bar, rows);
  }

  private void show() {
    rows.removeAll();
    try {
      rows.add(table(server.datasets().rows(dataset.id(), purpose.getValue().strip(), 0, SHOWN)));
    } catch (Refusal refusal) {
      var words = Announcements.words(refusal);
      words.addClassNames("notice", "caution");
      rows.add(words);
    }
  }

  private static Div table(RowsView view) {
    Grid<List<@Nullable Object>> grid = Lists.table("masked-rows", "", view.rows());
    for (var i = 0; i < view.columns().size(); i++) {
      var column = i;
      var name = new Span(view.columns().get(i));
      name.setTitle(Texts.text(view.masked().get(i)));
      grid.addColumn(row -> Objects.toString(row.get(column), "–"))
          .setHeader(name)
          .setAutoWidth(true);
    }
    var total = new Paragraph(Texts.text("datasets.total", view.total(), view.offset() + 1));
    total.addClassName("muted");
    return new Div(grid, total);
  }
}
