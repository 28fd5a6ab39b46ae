package org.assay.console.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.assay.api.overview.Overview;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Texts;

/// A number that is a link to what it counts.
class Tile extends ListItem {
  private static final long serialVersionUID = 1L;

  private final transient Kind kind;
  private final Span number = new Span();

  /// What a tile counts.
  ///
  /// @param name the end of the tile's id and of its text's key
  /// @param tone how it looks when the count is not zero
  record Kind(String name, String address, Badges.Tone tone, ToLongFunction<Overview> count) {}

  Tile(Kind kind) {
    this.kind = kind;
    number.addClassName("tile-number");
    var words = new Span(Texts.text("dashboard.tile." + kind.name()));
    words.addClassName("tile-words");
    var link = new Anchor(kind.address(), number, words);
    link.setId("tile-" + kind.name());
    add(link);
  }

  void show(Overview overview) {
    var count = kind.count().applyAsLong(overview);
    number.setText(Numbers.count(count, UI.getCurrent().getLocale()));
    setClassName("tile " + (count == 0 ? "none" : kind.tone().name().toLowerCase(Locale.ROOT)));
  }
}
