package org.assay.server.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.server.dataset.TableSource.Field;
import org.assay.worker.protocol.Column;
import org.assay.worker.protocol.Table;

/// Whole columns taken into memory, for an assessment. Numbers become doubles, NaN where missing;
/// texts are dictionary-coded in the order in which they first occur; booleans are the texts
/// `true` and `false`; dates are texts in ISO 8601.
final class Tables {
  private Tables() {}

  static Table read(OpenedFile file, TableSource source, List<Field> fields, int rows)
      throws SQLException {
    String sql =
        "SELECT %s FROM %s"
            .formatted(
                String.join(", ", fields.stream().map(Tables::expression).toList()), source.sql());
    return file.query(sql, values -> table(values, fields, rows));
  }

  private static String expression(Field field) {
    return numeric(field)
        ? "CAST(" + Quoted.identifier(field.name()) + " AS DOUBLE)"
        : field.text();
  }

  private static boolean numeric(Field field) {
    return ColumnKind.admitted(field.type()) == ColumnKind.NUMBER;
  }

  private static Table table(ResultSet values, List<Field> fields, int rows) throws SQLException {
    List<Collector> collectors = new ArrayList<>();
    fields.forEach(f -> collectors.add(numeric(f) ? new Numbers(rows) : new Texts(rows)));
    int row = 0;
    while (values.next()) {
      for (int i = 0; i < collectors.size(); i++) {
        collectors.get(i).take(row, values, i + 1);
      }
      row++;
    }
    if (row != rows) {
      throw new IllegalStateException("the dataset has " + row + " rows, not " + rows);
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add(collectors.get(i).column(fields.get(i).name()));
    }
    return new Table(rows, columns);
  }

  private sealed interface Collector {
    void take(int row, ResultSet values, int position) throws SQLException;

    Column column(String name);
  }

  private static final class Numbers implements Collector {
    private final double[] numbers;

    Numbers(int rows) {
      numbers = new double[rows];
    }

    @Override
    public void take(int row, ResultSet values, int position) throws SQLException {
      double number = values.getDouble(position);
      numbers[row] = values.wasNull() ? Double.NaN : number;
    }

    @Override
    public Column column(String name) {
      return new Column.Numbers(name, numbers);
    }
  }

  private static final class Texts implements Collector {
    private final int[] codes;
    private final List<String> dictionary = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    Texts(int rows) {
      codes = new int[rows];
    }

    @Override
    public void take(int row, ResultSet values, int position) throws SQLException {
      String text = values.getString(position);
      codes[row] = text == null ? Column.MISSING : code(text);
    }

    private int code(String text) {
      return known.computeIfAbsent(
          text,
          t -> {
            dictionary.add(t);
            return dictionary.size() - 1;
          });
    }

    @Override
    public Column column(String name) {
      return new Column.Texts(name, dictionary, codes);
    }
  }
}
