package org.assay.server.dataset;

import java.util.Locale;
import java.util.Optional;

/// What the values of a column are, whatever width its type has.
enum ColumnKind {
  NUMBER,
  BOOLEAN,
  /// A day, or a moment of one.
  DATE,
  TEXT;

  /// The kind of a type as DuckDB names it; empty for types that are not flat values (`STRUCT`,
  /// lists, maps, `BLOB`).
  static Optional<ColumnKind> of(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    if (upper.endsWith("]")) {
      return Optional.empty();
    }
    int bracket = upper.indexOf('(');
    String name = bracket < 0 ? upper : upper.substring(0, bracket);
    return switch (name) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> Optional.of(NUMBER);
      case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> Optional.of(NUMBER);
      case "FLOAT", "DOUBLE", "DECIMAL" -> Optional.of(NUMBER);
      case "BOOLEAN" -> Optional.of(BOOLEAN);
      case "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS" -> Optional.of(DATE);
      case "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" -> Optional.of(DATE);
      case "VARCHAR", "UUID", "ENUM", "TIME" -> Optional.of(TEXT);
      default -> Optional.empty();
    };
  }

  /// The kind of a type that was admitted at upload.
  static ColumnKind admitted(String type) {
    return of(type).orElseThrow(() -> new IllegalStateException("not a flat type: " + type));
  }

  /// Whether a number of this type has no fraction.
  static boolean whole(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    return upper.endsWith("INT") || upper.equals("INTEGER");
  }
}
