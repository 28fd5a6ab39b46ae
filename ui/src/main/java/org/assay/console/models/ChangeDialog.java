package org.assay.console.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.assay.api.models.ModelChange;
import org.assay.api.models.ModelView;
import org.assay.api.models.RiskTier;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// Changes a model's purpose and risk tier. It stays open when the server refuses.
class ChangeDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient ModelView model;
  private final transient Runnable afterwards;
  private final TextArea purpose = new TextArea(Texts.text("field.purpose"));
  private final RadioButtonGroup<RiskTier> tier = new RadioButtonGroup<>(Texts.text("field.tier"));

  ChangeDialog(Server server, ModelView model, Runnable afterwards) {
    this.server = server;
    this.model = model;
    this.afterwards = afterwards;
    setId("change-dialog");
    setHeaderTitle(Texts.text("models.change"));
    setWidth("34rem");
    purpose.setId("change-purpose");
    purpose.setRequired(true);
    purpose.setMaxLength(2000);
    purpose.setErrorMessage(Texts.text("models.purpose.help"));
    purpose.setWidthFull();
    purpose.setMinRows(3);
    purpose.setValue(model.purpose());
    tier.setId("change-tier");
    tier.setItems(RiskTier.values());
    tier.setItemLabelGenerator(Texts::text);
    tier.setHelperText(Texts.text("models.tier.help"));
    tier.setValue(model.riskTier());
    var save = new Button(Texts.text("action.save"), click -> save());
    save.setId("change-confirm");
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var cancel = new Button(Texts.text("action.cancel"), click -> close());
    cancel.setId("change-cancel");
    var form = new Div(new Paragraph(Texts.text("models.change.text")), purpose, tier);
    form.addClassName("stack");
    add(form);
    getFooter().add(cancel, save);
    purpose.focus();
  }

  private void save() {
    purpose.setInvalid(purpose.getValue().isBlank());
    if (purpose.isInvalid()) {
      return;
    }
    var change = new ModelChange(purpose.getValue().strip(), tier.getValue());
    server.models().change(model.name(), change);
    Announcements.done(Texts.text("models.changed"));
    close();
    afterwards.run();
  }
}
