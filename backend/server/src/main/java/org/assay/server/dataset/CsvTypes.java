package org.assay.server.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The types of a CSV's columns, decided over all rows, not a sample.
///
/// Stricter than DuckDB's own guess, which takes `yes` for a boolean and a zip code `02134` for
/// 2134: a number has no leading zeros and no plus; a boolean is `true` or `false` in any case;
/// dates and moments are ISO 8601 without a zone. All else is text.
final class CsvTypes {
  private static final String WHOLE = "-?(0|[1-9][0-9]{0,17})";
  private static final String NUMBER =
      "-?((0|[1-9][0-9]{0,14})(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?";
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String MOMENT = DAY + "[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?";

  /// In the order in which the tests stand in the query.
  private static final List<String> CANDIDATES =
      List.of("BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP");

  private CsvTypes() {}

  /// @param types one for each column
  record Decided(List<String> types, long rows) {
    Decided {
      types = List.copyOf(types);
    }
  }

  /// @param source the file with all columns read as `VARCHAR`
  static Decided decide(OpenedFile file, TableSource source, List<String> names)
      throws SQLException {
    String tests = names.stream().map(CsvTypes::tests).collect(Collectors.joining(", "));
    return file.query(
        "SELECT count(*), " + tests + " FROM " + source.sql(), rows -> read(rows, names.size()));
  }

  private static Decided read(ResultSet rows, int columns) throws SQLException {
    rows.next();
    List<String> types = new ArrayList<>(columns);
    int position = 2;
    for (int column = 0; column < columns; column++) {
      long present = rows.getLong(position++);
      String type = "VARCHAR";
      for (int i = CANDIDATES.size() - 1; i >= 0; i--) {
        boolean all = rows.getLong(position + i) == present;
        type = all && present > 0 ? CANDIDATES.get(i) : type;
      }
      position += CANDIDATES.size();
      types.add(type);
    }
    return new Decided(types, rows.getLong(1));
  }

  /// How many values there are, and how many of them fit each candidate.
  private static String tests(String name) {
    String value = Quoted.identifier(name);
    String bare = "trim(" + value + ")";
    return String.join(
        ", ",
        "count(" + value + ")",
        count(matches(bare, WHOLE)),
        count(matches(bare, NUMBER) + " AND isfinite(TRY_CAST(" + bare + " AS DOUBLE))"),
        count("lower(" + value + ") IN ('true', 'false')"),
        count(matches(value, DAY) + " AND TRY_CAST(" + value + " AS DATE) IS NOT NULL"),
        count(matches(value, MOMENT) + " AND TRY_CAST(" + value + " AS TIMESTAMP) IS NOT NULL"));
  }

  private static String count(String condition) {
    return "count(*) FILTER (" + condition + ")";
  }

  private static String matches(String value, String pattern) {
    return "regexp_full_match(" + value + ", " + Quoted.literal(pattern) + ")";
  }
}
