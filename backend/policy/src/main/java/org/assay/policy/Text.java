package org.assay.policy;

import java.util.Map;

/// One text for people, in English and in Chinese; neither is blank.
public record Text(String en, String zh) {
  public Text {
    if (en.isBlank() || zh.isBlank()) {
      throw new IllegalArgumentException("a text needs words in both en and zh");
    }
  }

  /// The text by language tag: `en`, `zh`.
  public Map<String, String> byLanguage() {
    return Map.of("en", en, "zh", zh);
  }
}
