package org.assay.worker.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rows of a dataset, by column.
///
/// @param rows how many, at least 1, the same in every column
public record Table(int rows, List<Column> columns) {
  /// @throws IllegalArgumentException for no rows or columns, columns of different length, or a
  ///     column named twice
  public Table {
    columns = List.copyOf(columns);
    if (rows < 1 || columns.isEmpty()) {
      throw new IllegalArgumentException("a table has at least one row and one column");
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "column \"%s\" has %d rows and the table has %d"
                .formatted(column.name(), column.rows(), rows));
      }
      if (column.name().isBlank() || !names.add(column.name())) {
        throw new IllegalArgumentException(
            "a table has a column named \"%s\" twice or a blank name".formatted(column.name()));
      }
    }
  }

  public static Table of(Column... columns) {
    return new Table(columns.length == 0 ? 0 : columns[0].rows(), List.of(columns));
  }

  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }
}
