package org.assay.console.parts;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Texts in the reader's language.
public final class Texts {
  private Texts() {}

  /// The text with this key in `vaadin-i18n/translations`; arguments fill `{0}`, `{1}`, …
  public static String text(String key, @Nullable Object... arguments) {
    return I18NProvider.translate(key, arguments);
  }

  /// The name of an enum's value, from the key `<enum>.<value>`: `stage.IN_REVIEW`.
  public static String text(Enum<?> value) {
    var kind = value.getDeclaringClass().getSimpleName();
    return text(kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1) + "." + value);
  }

  /// The text of a map by language, as policy packs carry it; English, or whatever there is, where
  /// the reader's language is missing.
  public static String inLanguage(Map<String, String> byLanguage, Locale locale) {
    var own = byLanguage.get(locale.getLanguage());
    if (own != null) {
      return own;
    }
    var english = byLanguage.get("en");
    return english != null ? english : byLanguage.values().stream().findFirst().orElse("");
  }
}
