package org.assay.console.parts;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of comma-separated values (RFC 4180) that a spreadsheet may open without harm.
final class Csv {
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

  private Csv() {}

  static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A number stays a number. A text that a spreadsheet would take for a formula gets an apostrophe
  /// before it, which spreadsheets show as nothing.
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    var text = value.toString();
    var isFormula =
        !(value instanceof Number)
            && !text.isEmpty()
            && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    return quoted(isFormula ? "'" + text : text);
  }

  private static String quoted(String text) {
    var isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
