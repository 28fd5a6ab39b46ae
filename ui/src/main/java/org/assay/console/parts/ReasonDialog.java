package org.assay.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/// Asks once more before an act that cannot be undone, and for the reason that goes on the record.
public class ReasonDialog extends Dialog {
  private final TextArea reason = new TextArea(Texts.text("field.reason"));
  private final Button confirm;

  /// @param id what the fields' ids start with: `<id>-reason`, `<id>-confirm`, `<id>-cancel`
  /// @param consequence what will happen, in a sentence
  /// @param act is given the reason; the dialog stays open when it throws
  public ReasonDialog(
      String id, String title, String consequence, Consumer<String> act, Component... more) {
    setId(id + "-dialog");
    setHeaderTitle(title);
    setWidth("34rem");
    reason.setId(id + "-reason");
    reason.setRequiredIndicatorVisible(true);
    reason.setMaxLength(4000);
    reason.setWidthFull();
    reason.setMinRows(3);
    reason.setHelperText(Texts.text("field.reason.help"));
    reason.setValueChangeMode(ValueChangeMode.EAGER);
    reason.addValueChangeListener(change -> allow());
    confirm = new Button(title, click -> decide(act));
    confirm.setId(id + "-confirm");
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    confirm.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    var cancel = new Button(Texts.text("action.cancel"), click -> close());
    cancel.setId(id + "-cancel");
    add(new Paragraph(consequence));
    add(more);
    add(reason);
    getFooter().add(cancel, confirm);
    allow();
    reason.focus();
  }

  /// Colours the confirming button as one that ends something.
  public ReasonDialog destructive() {
    confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
    return this;
  }

  private void allow() {
    confirm.setEnabled(!reason.getValue().isBlank());
  }

  private void decide(Consumer<String> act) {
    act.accept(reason.getValue().strip());
    close();
  }
}
