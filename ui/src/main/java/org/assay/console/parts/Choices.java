package org.assay.console.parts;

import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Drop-down choices among an enum's values.
public final class Choices {
  private Choices() {}

  /// A choice that may also be left open.
  ///
  /// @param anyKey the words for "no choice"
  public static <E extends Enum<E>> Select<E> of(String id, String anyKey, Class<E> kind) {
    var select = new Select<E>();
    select.setId(id);
    select.setItems(Arrays.asList(kind.getEnumConstants()));
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(Texts.text(anyKey));
    select.setItemLabelGenerator(value -> value == null ? Texts.text(anyKey) : Texts.text(value));
    select.setPlaceholder(Texts.text(anyKey));
    select.setAriaLabel(Texts.text(anyKey));
    return select;
  }

  /// The value of that name, as an address carries it; nothing for a name that is none.
  public static <E extends Enum<E>> @Nullable E read(Class<E> kind, String name) {
    for (var value : kind.getEnumConstants()) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return null;
  }
}
