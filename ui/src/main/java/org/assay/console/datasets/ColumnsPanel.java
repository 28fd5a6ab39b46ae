package org.assay.console.datasets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.DatasetView.Column;
import org.assay.api.datasets.Sensitivity;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// The columns and what each can do to a person when it leaks: proposed, then confirmed by the
/// owner.
class ColumnsPanel extends Panel {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient DatasetView dataset;
  private final transient Runnable again;
  private final Map<String, Sensitivity> chosen = new LinkedHashMap<>();

  ColumnsPanel(Server server, DatasetView dataset, boolean isOwner, Runnable again) {
    super(Texts.text("datasets.columns"));
    this.server = server;
    this.dataset = dataset;
    this.again = again;
    var mayConfirm = isOwner && !dataset.confirmed();
    dataset.columns().forEach(column -> chosen.put(column.name(), current(column)));
    if (mayConfirm) {
      add(form(), confirmation());
    } else {
      add(list());
    }
  }

  private Grid<Column> list() {
    var grid = Lists.table("columns", "", dataset.columns());
    grid.addColumn(Column::name).setHeader(Texts.text("datasets.column"));
    grid.addColumn(Column::type).setHeader(Texts.text("field.type"));
    grid.addComponentColumn(ColumnsPanel::said)
        .setHeader(Texts.text("datasets.sensitivity"))
        .setFlexGrow(2);
    grid.addColumn(Column::because).setHeader(Texts.text("datasets.because")).setFlexGrow(3);
    return grid;
  }

  /// A plain table, so that Tab leads from one choice to the next.
  private Div form() {
    var table = new NativeTable();
    table.getCaption().setText(Texts.text("datasets.columns"));
    var head = table.getHead().addRow();
    for (var key :
        List.of("datasets.column", "field.type", "datasets.sensitivity", "datasets.because")) {
      var cell = new NativeTableHeaderCell(Texts.text(key));
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    for (var column : dataset.columns()) {
      var row = table.getBody().addRow();
      var name = new NativeTableHeaderCell(column.name());
      name.getElement().setAttribute("scope", "row");
      row.add(name);
      row.addDataCell().setText(column.type());
      row.addDataCell().add(choice(column));
      row.addDataCell().setText(column.because());
    }
    var form = new Div(table);
    form.setId("columns");
    form.addClassName("plain-table");
    return form;
  }

  private static Sensitivity current(Column column) {
    return column.confirmed() == null ? column.proposed() : column.confirmed();
  }

  private static Component said(Column column) {
    var sensitivity = current(column);
    return Badges.badge(
        Texts.text(sensitivity),
        switch (sensitivity) {
          case IDENTIFIER, SENSITIVE -> Badges.Tone.BAD;
          case QUASI_IDENTIFIER -> Badges.Tone.CAUTION;
          case PLAIN -> Badges.Tone.NEUTRAL;
        });
  }

  private Select<Sensitivity> choice(Column column) {
    var select = new Select<Sensitivity>();
    select.setId("sensitivity-" + column.name());
    select.setAriaLabel(Texts.text("datasets.sensitivity") + " " + column.name());
    select.setItems(Sensitivity.values());
    select.setItemLabelGenerator(Texts::text);
    select.setValue(chosen.getOrDefault(column.name(), column.proposed()));
    select.addValueChangeListener(change -> chosen.put(column.name(), change.getValue()));
    return select;
  }

  private Component confirmation() {
    var confirm = new Button(Texts.text("datasets.confirm"), click -> ask());
    confirm.setId("confirm-classification");
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var buttons = new Span(confirm);
    buttons.addClassName("buttons");
    return buttons;
  }

  private void ask() {
    new Confirmation(
            "classification",
            Texts.text("datasets.confirm"),
            Texts.text("datasets.confirm.text"),
            this::confirm)
        .open();
  }

  private void confirm() {
    server.datasets().classify(dataset.id(), chosen);
    Announcements.done(Texts.text("datasets.confirmed"));
    again.run();
  }
}
