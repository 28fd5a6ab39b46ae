package org.assay.console.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Locale;
import java.util.Map;
import org.assay.api.models.Stage;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;

/// How many versions stand at each stage: a table whose rows are drawn as bars, so that the figure
/// and what a screen reader reads are the same thing.
class StageChart extends Div {
  private static final long serialVersionUID = 1L;

  StageChart() {
    setId("stages");
  }

  void show(Map<Stage, Long> counts) {
    removeAll();
    if (counts.isEmpty()) {
      add(Notice.empty(Texts.text("dashboard.stages.empty")));
      return;
    }
    var most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    var body = new NativeTableBody();
    for (var stage : Stage.values()) {
      var count = counts.get(stage);
      if (count != null) {
        body.add(row(stage, count, most));
      }
    }
    var table = new NativeTable();
    table.addClassName("bars");
    table.getElement().setAttribute("aria-label", Texts.text("dashboard.stages"));
    table.add(body);
    add(table);
  }

  private static NativeTableRow row(Stage stage, long count, long most) {
    var address = Paths.VERSIONS + "?stage=" + stage.name();
    var name = new NativeTableHeaderCell(new Anchor(address, Texts.text(stage)));
    name.getElement().setAttribute("scope", "row");
    var number = new NativeTableCell(Numbers.count(count, UI.getCurrent().getLocale()));
    number.addClassName("number");
    return new NativeTableRow(name, new NativeTableCell(bar(count, most)), number);
  }

  private static Component bar(long count, long most) {
    return new Svg(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" aria-hidden=\"true\""
                + " viewBox=\"0 0 100 12\" preserveAspectRatio=\"none\">"
                + "<rect class=\"bar\" width=\"%.1f\" height=\"12\" rx=\"1\"/></svg>",
            Math.max(1, 100.0 * count / most)));
  }
}
