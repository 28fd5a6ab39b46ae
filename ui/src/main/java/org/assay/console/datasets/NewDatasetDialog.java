package org.assay.console.datasets;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.assay.api.datasets.NewDataset;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// Begins a dataset in the signed-in owner's name.
class NewDatasetDialog extends Dialog {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "[a-z][a-z0-9-]{1,63}";

  private final transient Server server;
  private final TextField name = new TextField(Texts.text("field.name"));
  private final TextArea description = new TextArea(Texts.text("field.description"));

  NewDatasetDialog(Server server) {
    this.server = server;
    setId("dataset-dialog");
    setHeaderTitle(Texts.text("datasets.add"));
    setWidth("34rem");
    name.setId("dataset-name");
    name.setRequired(true);
    name.setPattern(NAME);
    name.setHelperText(Texts.text("models.name.help"));
    name.setErrorMessage(Texts.text("models.name.help"));
    name.setWidthFull();
    name.addKeyPressListener(Key.ENTER, key -> create());
    description.setId("dataset-description");
    description.setRequired(true);
    description.setMaxLength(4000);
    description.setHelperText(Texts.text("datasets.description.help"));
    description.setErrorMessage(Texts.text("datasets.description.help"));
    description.setWidthFull();
    var create = new Button(Texts.text("datasets.add"), click -> create());
    create.setId("dataset-confirm");
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var cancel = new Button(Texts.text("action.cancel"), click -> close());
    cancel.setId("dataset-cancel");
    var form = new Div(name, description);
    form.addClassName("stack");
    add(form);
    getFooter().add(cancel, create);
    name.focus();
  }

  private void create() {
    name.setInvalid(!name.getValue().matches(NAME));
    description.setInvalid(description.getValue().isBlank());
    if (name.isInvalid() || description.isInvalid()) {
      return;
    }
    var dataset =
        server.datasets().create(new NewDataset(name.getValue(), description.getValue().strip()));
    Announcements.done(Texts.text("datasets.added", dataset.name()));
    close();
    getUI().ifPresent(ui -> ui.navigate(Paths.dataset(dataset.id())));
  }
}
