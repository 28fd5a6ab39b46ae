package org.assay.console.parts;

import com.vaadin.flow.component.grid.Grid;
import java.util.function.Consumer;

/// Lets a grid's rows be opened by a click, and by Enter on the focused cell.
public final class RowOpening {
  /// A cell that holds a field keeps Enter for itself: there it leads to the field. The event is
  /// looked at before the grid does, which would go into the cell's link.
  private static final String ENTER =
      """
      this.addEventListener('keydown', event => {
        if (event.key !== 'Enter' || event.target !== this) return;
        const at = this.getEventContext(event);
        if (at.section !== 'body' || !at.item) return;
        const cell = event.composedPath().find(node => node.localName === 'td');
        const fields = 'vaadin-button, vaadin-checkbox';
        if (cell && cell._content && cell._content.querySelector(fields)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        this.dispatchEvent(new CustomEvent('row-open', { detail: { key: at.item.key } }));
      }, true);
      """;

  private RowOpening() {}

  public static <T> void on(Grid<T> grid, Consumer<T> open) {
    grid.addClassName("clickable");
    grid.addItemClickListener(click -> open.accept(click.getItem()));
    grid.getElement()
        .addEventListener(
            "row-open",
            event -> {
              var key = event.getEventData().get("event.detail.key").asString();
              var item = grid.getDataCommunicator().getKeyMapper().get(key);
              if (item != null) {
                open.accept(item);
              }
            })
        .addEventData("event.detail.key");
    grid.addAttachListener(attached -> grid.getElement().executeJs(ENTER));
  }
}
