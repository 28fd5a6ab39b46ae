package org.assay.console.walk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// What hands do in the console's forms.
final class Hands {
  private Hands() {}

  /// Says yes in the confirmation that is open.
  static void confirm(Page page) {
    page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
  }

  /// Types an item of a combo box and takes it from its list.
  static void choose(Page page, String id, String item) {
    page.locator("#" + id + " input").fill(item);
    page.locator("vaadin-combo-box-item, vaadin-multi-select-combo-box-item")
        .filter(new Locator.FilterOptions().setHasText(item))
        .first()
        .click();
  }
}
