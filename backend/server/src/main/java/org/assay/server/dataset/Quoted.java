package org.assay.server.dataset;

/// Names and texts made safe to stand in SQL, whatever a file calls its columns.
final class Quoted {
  private Quoted() {}

  /// An identifier in double quotes; quotes inside are doubled.
  static String identifier(String name) {
    return '"' + checked(name).replace("\"", "\"\"") + '"';
  }

  /// A text literal in single quotes; quotes inside are doubled. A backslash means itself.
  static String literal(String text) {
    return '\'' + checked(text).replace("'", "''") + '\'';
  }

  private static String checked(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a NUL character cannot stand in SQL");
    }
    return text;
  }
}
