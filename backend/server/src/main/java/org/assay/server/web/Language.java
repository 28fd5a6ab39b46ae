package org.assay.server.web;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The languages that people are answered in. English is also that of logs and of what is stored.
public enum Language {
  ENGLISH(Locale.ENGLISH, ", "),
  CHINESE(Locale.SIMPLIFIED_CHINESE, "、");

  private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.CHINESE);

  private final Locale locale;
  private final String listSeparator;

  Language(Locale locale, String listSeparator) {
    this.locale = locale;
    this.listSeparator = listSeparator;
  }

  public Locale locale() {
    return locale;
  }

  /// What stands between the entries of a list within a sentence.
  String listSeparator() {
    return listSeparator;
  }

  /// The sentence of a key, with gaps as `{0}`.
  String template(String key) {
    return bundle().getString(key);
  }

  /// What a state or a decision is called; its name in the API where the bundle has no word for it.
  String word(Enum<?> constant) {
    String key = "word." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    return bundle().containsKey(key) ? template(key) : constant.name();
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle("problems", locale, Language.class.getClassLoader());
  }

  /// The language that a reader prefers among these; English for whoever names none of them.
  ///
  /// @param accepted an `Accept-Language` header, if there is one; one that cannot be read is none
  public static Language of(@Nullable String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return ENGLISH;
    }
    try {
      @Nullable Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), OFFERED);
      return Locale.CHINESE.equals(best) ? CHINESE : ENGLISH;
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }
}
