package org.assay.console.parts;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/// Asks once more before an act that cannot be undone.
public class Confirmation extends ConfirmDialog {
  /// @param id what the ids start with: `<id>-dialog`; Vaadin's own buttons lie in it
  public Confirmation(String id, String title, String consequence, Runnable act) {
    setId(id + "-dialog");
    setHeader(title);
    setText(consequence);
    setCancelable(true);
    setCancelText(Texts.text("action.cancel"));
    setConfirmText(title);
    addConfirmListener(confirmed -> act.run());
  }

  /// Colours the confirming button as one that ends something.
  public Confirmation destructive() {
    setConfirmButtonTheme("error primary");
    return this;
  }
}
