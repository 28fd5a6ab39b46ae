package org.assay.server.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// What columns may be called: something, each differently, and not too many.
final class ColumnNames {
  private static final int MOST = 1000;
  private static final int LONGEST = 255;

  private ColumnNames() {}

  /// Names that differ in case only count as the same: the reader does not tell them apart.
  ///
  /// @throws Refusal.Invalid naming the columns at fault, counted from 1
  static void require(List<String> names) {
    if (names.size() > MOST) {
      throw new Refusal.Invalid(
          Sentence.of("file.too-many-columns", names.size(), MOST),
          Sentence.of("file.too-many-columns.remedy"));
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      requireReadable(name, i + 1);
      Integer before = seen.put(name.toLowerCase(Locale.ROOT), i + 1);
      if (before != null) {
        throw new Refusal.Invalid(
            Sentence.of("file.same-names", before, i + 1, name),
            Sentence.of("file.same-names.remedy"));
      }
    }
  }

  private static void requireReadable(String name, int position) {
    if (name.isBlank()) {
      throw new Refusal.Invalid(
          Sentence.of("file.no-name", position), Sentence.of("file.no-name.remedy"));
    }
    if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal.Invalid(
          Sentence.of("file.long-name", position, LONGEST), Sentence.of("file.long-name.remedy"));
    }
  }
}
