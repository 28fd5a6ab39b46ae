package org.assay.console.datasets;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.MaskExample;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Texts;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// How each column shall come: its mask, and what the mask does to a made-up value. The server
/// works out the examples; no row is read.
class MasksForm extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient DatasetView dataset;
  private final Map<String, Mask> chosen = new LinkedHashMap<>();
  private final Map<String, Code> masked = new LinkedHashMap<>();

  MasksForm(Server server, DatasetView dataset) {
    this.server = server;
    this.dataset = dataset;
    setId("masks");
    addClassNames("masks", "plain-table");
    try {
      add(table(examples()));
    } catch (Refusal refusal) {
      var words = Announcements.words(refusal);
      words.addClassNames("notice", "caution");
      add(new Paragraph(Texts.text("masks.none")), words);
    }
  }

  /// The masks that differ from the usual ones; nothing when all are usual.
  @Nullable Map<String, Mask> masks() {
    return chosen.isEmpty() ? null : Map.copyOf(chosen);
  }

  private List<MaskExample> examples() {
    return server.datasets().maskExamples(dataset.id(), chosen);
  }

  private NativeTable table(List<MaskExample> examples) {
    var table = new NativeTable();
    table.getCaption().setText(Texts.text("masks.caption"));
    var head = table.getHead().addRow();
    for (var key : List.of("datasets.column", "masks.mask", "masks.example", "masks.masked")) {
      head.add(header("col", Texts.text(key)));
    }
    for (var example : examples) {
      var row = table.getBody().addRow();
      row.add(header("row", example.column()));
      var result = new Code(said(example));
      result.setId("masked-" + example.column());
      masked.put(example.column(), result);
      row.addDataCell().add(choice(example));
      row.addDataCell().add(new Code(example.example()));
      row.addDataCell().add(result);
    }
    return table;
  }

  private Select<Mask> choice(MaskExample example) {
    var select = new Select<Mask>();
    select.setId("mask-" + example.column());
    select.setAriaLabel(Texts.text("masks.mask") + ": " + example.column());
    select.setItems(Mask.values());
    select.setItemLabelGenerator(Texts::text);
    select.setValue(example.mask());
    select.setWidth("9rem");
    select.addValueChangeListener(
        change -> {
          if (change.getValue() == example.mask()) {
            chosen.remove(example.column());
          } else {
            chosen.put(example.column(), change.getValue());
          }
          examples().forEach(this::show);
        });
    return select;
  }

  private void show(MaskExample example) {
    var result = masked.get(example.column());
    if (result != null) {
      result.setText(said(example));
    }
  }

  private static String said(MaskExample example) {
    return example.masked() == null ? Texts.text("masks.nothing") : example.masked();
  }

  private static NativeTableHeaderCell header(String scope, String text) {
    var cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }
}
