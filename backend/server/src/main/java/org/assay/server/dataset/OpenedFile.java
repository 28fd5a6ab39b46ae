package org.assay.server.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/// One file, read by an in-memory DuckDB of its own that can open nothing else: no other file, no
/// network, no extension, no spilling to disk; and its configuration is locked.
final class OpenedFile implements AutoCloseable {
  private final Connection connection;
  private final int seconds;

  private OpenedFile(Connection connection, int seconds) {
    this.connection = connection;
    this.seconds = seconds;
  }

  /// Opens it so that a query's rows are gathered before the first is given: what is wrong with a
  /// file is told by its place.
  static OpenedFile open(Path file, DatasetConfig config) throws SQLException {
    return open(file, config, false);
  }

  /// Opens it so that only a part of a query's rows is in memory at a time. A failure between the
  /// rows is then told without its place: for content that was examined before.
  static OpenedFile streaming(Path file, DatasetConfig config) throws SQLException {
    return open(file, config, true);
  }

  private static OpenedFile open(Path file, DatasetConfig config, boolean stream)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, String.valueOf(stream));
    Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
    int seconds = Math.toIntExact(Math.max(1, config.statement().toSeconds()));
    OpenedFile opened = new OpenedFile(connection, seconds);
    try {
      opened.lockDown(file, config);
      return opened;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// The order matters: what is allowed is named before everything else is shut.
  private void lockDown(Path file, DatasetConfig config) throws SQLException {
    List<String> settings =
        List.of(
            "SET memory_limit = " + Quoted.literal(config.memoryLimit()),
            "SET threads = " + config.threads(),
            "SET temp_directory = ''",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET allowed_paths = [" + Quoted.literal(file.toString()) + "]",
            "SET enable_external_access = false",
            "SET lock_configuration = true");
    try (Statement statement = connection.createStatement()) {
      for (String setting : settings) {
        statement.execute(setting);
      }
    }
  }

  /// Runs one query and reads its rows.
  <T> T query(String sql, RowsReader<T> reader) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(seconds);
      try (ResultSet rows = statement.executeQuery(sql)) {
        return reader.read(rows);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  @FunctionalInterface
  interface RowsReader<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
