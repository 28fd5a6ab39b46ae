package org.assay.server.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// How a file's rows are named in SQL: a table function with everything said, nothing guessed.
///
/// In a CSV an empty field is a missing value, quoted or not; every other text, `NA` included, is
/// itself. Every row has as many fields as the header.
///
/// @param sql what stands behind `FROM`
record TableSource(Path file, String sql) {
  private static final String CSV_OPTIONS =
      "auto_detect = false, header = true, quote = '\"', escape = '\"', comment = '',"
          + " strict_mode = true, null_padding = false, ignore_errors = false,"
          + " compression = 'none', nullstr = '', allow_quoted_nulls = true,"
          + " encoding = 'utf-8', max_line_size = 4194304";

  /// A name and a type as DuckDB names it.
  record Field(String name, String type) {
    /// The column's value as text, in one spelling for each value. A plain cast would not do: over
    /// a CSV, DuckDB leaves it out and gives what the file says, `True` or `true`.
    String text() {
      String column = Quoted.identifier(name);
      return switch (type) {
        case "BOOLEAN" ->
            "CASE WHEN " + column + " THEN 'true' WHEN NOT " + column + " THEN 'false' END";
        case "DATE" -> "strftime(" + column + ", '%Y-%m-%d')";
        case "TIMESTAMP" ->
            "rtrim(rtrim(strftime(" + column + ", '%Y-%m-%d %H:%M:%S.%f'), '0'), '.')";
        default -> "CAST(" + column + " AS VARCHAR)";
      };
    }
  }

  static TableSource parquet(Path file) {
    String arguments = "%s, hive_partitioning = false".formatted(Quoted.literal(file.toString()));
    return new TableSource(file, "read_parquet(" + arguments + ")");
  }

  static TableSource csv(Path file, char delimiter, List<Field> fields) {
    String columns =
        fields.stream()
            .map(f -> Quoted.literal(f.name()) + ": " + Quoted.literal(f.type()))
            .collect(Collectors.joining(", ", "{", "}"));
    return new TableSource(
        file,
        "read_csv(%s, %s, delim = %s, columns = %s)"
            .formatted(
                Quoted.literal(file.toString()),
                CSV_OPTIONS,
                Quoted.literal(String.valueOf(delimiter)),
                columns));
  }

  /// The rows of content that was examined before.
  ///
  /// @param fields all columns of the file, in its order
  static TableSource examined(Path file, ContentFormat format, List<Field> fields)
      throws IOException {
    return switch (format) {
      case CSV -> csv(file, CsvHeader.read(file).delimiter(), fields);
      case PARQUET -> parquet(file);
    };
  }
}
