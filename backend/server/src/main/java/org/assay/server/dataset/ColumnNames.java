package org.assay.server.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.server.web.Refusal;

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
          "The file has %d columns; %d are allowed.".formatted(names.size(), MOST),
          "Leave out the columns that nobody needs.");
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      requireReadable(name, i + 1);
      Integer before = seen.put(name.toLowerCase(Locale.ROOT), i + 1);
      if (before != null) {
        throw new Refusal.Invalid(
            "Columns %d and %d are both named %s.".formatted(before, i + 1, name),
            "Give every column a name of its own, different in more than upper and lower case.");
      }
    }
  }

  private static void requireReadable(String name, int position) {
    if (name.isBlank()) {
      throw new Refusal.Invalid(
          "Column " + position + " has no name.", "Put a name for every column on the first line.");
    }
    if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal.Invalid(
          "The name of column %d is longer than %d characters or holds a control character."
              .formatted(position, LONGEST),
          "Give it a short name on one line.");
    }
  }
}
