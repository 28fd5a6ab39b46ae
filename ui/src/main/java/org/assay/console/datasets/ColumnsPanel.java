package org.assay.console.datasets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
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
    var grid = Lists.table("columns", "", dataset.columns());
    grid.addColumn(Column::name).setHeader(Texts.text("datasets.column"));
    grid.addColumn(Column::type).setHeader(Texts.text("field.type"));
    grid.addComponentColumn(column -> mayConfirm ? choice(column) : said(column))
        .setHeader(Texts.text("datasets.sensitivity"))
        .setFlexGrow(2);
    grid.addColumn(Column::because).setHeader(Texts.text("datasets.because")).setFlexGrow(3);
    add(grid);
    if (mayConfirm) {
      add(confirmation());
    }
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
