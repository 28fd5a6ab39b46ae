package org.assay.server.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/// Files for tests, and what the examiner says of them.
record Examined(Path file, Content content) {
  static final DatasetConfig CONFIG = new Limits("256MB", 2, Duration.ofMinutes(1), 10_000, 1000);

  record Limits(String memoryLimit, int threads, Duration statement, int sampleRows, int tableRows)
      implements DatasetConfig {}

  static Examined csv(Path folder, String text) throws IOException {
    Path file = folder.resolve("content");
    Files.writeString(file, text);
    return of(file);
  }

  static Examined of(Path file) {
    return new Examined(file, new Examiner(CONFIG).examine(file));
  }

  /// A Parquet file with the rows that a query of DuckDB gives.
  static Path parquet(Path folder, String query) throws SQLException {
    Path file = folder.resolve("content.parquet");
    try (var database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute(
          "COPY (" + query + ") TO " + Quoted.literal(file.toString()) + " (FORMAT parquet)");
    }
    return file;
  }

  List<String> types() {
    return content.columns().stream().map(ColumnEntity::type).toList();
  }

  List<TableSource.Field> fields() {
    return content.columns().stream().map(c -> new TableSource.Field(c.name(), c.type())).toList();
  }

  TableSource source() throws IOException {
    return TableSource.examined(file, content.format(), fields());
  }
}
