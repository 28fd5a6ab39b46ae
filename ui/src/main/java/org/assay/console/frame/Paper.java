package org.assay.console.frame;

import com.vaadin.flow.component.UI;

/// What becomes of a page on paper. The address and the time of printing go to its top, and grids
/// show all rows that the browser holds instead of those that fit the window; the style sheet does
/// the rest. It happens in the browser when it prints, since the server does not hear of that.
final class Paper {
  /// The rows of longer grids stay behind their scroll bar: an export is the better paper for them.
  private static final int LONGEST = 200;

  private Paper() {}

  static void prepare() {
    UI.getCurrent()
        .getPage()
        .executeJs(
            """
            const before = () => {
              document.body.setAttribute('data-printed', location.href + ' · '
                + new Date().toLocaleString($0, {dateStyle: 'medium', timeStyle: 'long'}));
              document.querySelectorAll('vaadin-grid').forEach(grid => {
                if (!grid.allRowsVisible && grid.size <= $1) {
                  grid.allRowsVisible = true;
                  grid.assayExpanded = true;
                }
              });
            };
            const after = () => document.querySelectorAll('vaadin-grid').forEach(grid => {
              if (grid.assayExpanded) {
                grid.allRowsVisible = false;
                grid.assayExpanded = false;
              }
            });
            const known = window.assayPaper;
            if (known) {
              window.removeEventListener('beforeprint', known.before);
              window.removeEventListener('afterprint', known.after);
            }
            window.assayPaper = {before, after};
            window.addEventListener('beforeprint', before);
            window.addEventListener('afterprint', after);
            """,
            UI.getCurrent().getLocale().toLanguageTag(),
            LONGEST);
  }
}
