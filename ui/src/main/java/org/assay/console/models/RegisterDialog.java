package org.assay.console.models;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.assay.api.models.NewModel;
import org.assay.api.models.RiskTier;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// Registers a model in the signed-in owner's name.
class RegisterDialog extends Dialog {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "[a-z][a-z0-9-]{1,63}";

  private final transient Server server;
  private final TextField name = new TextField(Texts.text("field.name"));
  private final TextArea purpose = new TextArea(Texts.text("field.purpose"));
  private final RadioButtonGroup<RiskTier> tier = new RadioButtonGroup<>(Texts.text("field.tier"));

  RegisterDialog(Server server) {
    this.server = server;
    setId("register-dialog");
    setHeaderTitle(Texts.text("models.register"));
    setWidth("34rem");
    name.setId("register-name");
    name.setRequired(true);
    name.setPattern(NAME);
    name.setHelperText(Texts.text("models.name.help"));
    name.setErrorMessage(Texts.text("models.name.help"));
    name.setWidthFull();
    purpose.setId("register-purpose");
    purpose.setRequired(true);
    purpose.setMaxLength(2000);
    purpose.setHelperText(Texts.text("models.purpose.help"));
    purpose.setErrorMessage(Texts.text("models.purpose.help"));
    purpose.setWidthFull();
    tier.setId("register-tier");
    tier.setItems(RiskTier.values());
    tier.setItemLabelGenerator(Texts::text);
    tier.setValue(RiskTier.LIMITED);
    tier.setHelperText(Texts.text("models.tier.help"));
    var register = new Button(Texts.text("models.register"), click -> register());
    register.setId("register-confirm");
    register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    name.addKeyPressListener(Key.ENTER, key -> register());
    var cancel = new Button(Texts.text("action.cancel"), click -> close());
    cancel.setId("register-cancel");
    var form = new Div(name, purpose, tier);
    form.addClassName("stack");
    add(form);
    getFooter().add(cancel, register);
    name.focus();
  }

  private void register() {
    name.setInvalid(!name.getValue().matches(NAME));
    purpose.setInvalid(purpose.getValue().isBlank());
    if (name.isInvalid() || purpose.isInvalid()) {
      return;
    }
    var model = new NewModel(name.getValue(), purpose.getValue().strip(), tier.getValue());
    server.models().register(model);
    Announcements.done(Texts.text("models.registered", model.name()));
    close();
    getUI().ifPresent(ui -> ui.navigate(Paths.model(model.name())));
  }
}
