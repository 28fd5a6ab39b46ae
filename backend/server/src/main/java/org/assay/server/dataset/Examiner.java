package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.server.dataset.TableSource.Field;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// Examines an uploaded file: its format, its columns and their types, how many rows it has, and
/// what each column might say about a person.
@ApplicationScoped
class Examiner {

  private final DatasetConfig config;

  Examiner(DatasetConfig config) {
    this.config = config;
  }

  /// Reads the whole file, twice for a CSV; long for large files, so outside of transactions.
  ///
  /// @throws Refusal.Invalid for what is not one flat, well-formed table with at least one row
  Content examine(Path file) {
    try {
      ContentFormat format = ContentFormat.sniff(file);
      try (OpenedFile opened = OpenedFile.open(file, config)) {
        return switch (format) {
          case CSV -> csv(opened, file);
          case PARQUET -> parquet(opened, file);
        };
      } catch (SQLException e) {
        throw Unreadable.refusal(format, e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The store has lost " + file, e);
    }
  }

  private Content csv(OpenedFile opened, Path file) throws IOException, SQLException {
    CsvHeader header = CsvHeader.read(file);
    ColumnNames.require(header.names());
    List<Field> texts = header.names().stream().map(n -> new Field(n, "VARCHAR")).toList();
    TableSource asText = TableSource.csv(file, header.delimiter(), texts);
    CsvTypes.Decided decided = CsvTypes.decide(opened, asText, header.names());
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      fields.add(new Field(texts.get(i).name(), decided.types().get(i)));
    }
    TableSource source = TableSource.csv(file, header.delimiter(), fields);
    return content(ContentFormat.CSV, opened, source, fields, decided.rows());
  }

  private Content parquet(OpenedFile opened, Path file) throws SQLException {
    TableSource source = TableSource.parquet(file);
    List<Field> fields =
        opened.query("DESCRIBE SELECT * FROM " + source.sql(), Examiner::describedFields);
    ColumnNames.require(fields.stream().map(Field::name).toList());
    for (Field field : fields) {
      if (ColumnKind.of(field.type()).isEmpty()) {
        throw new Refusal.Invalid(
            Sentence.of("file.nested", field.name(), field.type()),
            Sentence.of("file.nested.remedy"));
      }
    }
    long rows = opened.query("SELECT count(*) FROM " + source.sql(), Examiner::number);
    return content(ContentFormat.PARQUET, opened, source, fields, rows);
  }

  private Content content(
      ContentFormat format, OpenedFile opened, TableSource source, List<Field> fields, long rows)
      throws SQLException {
    if (rows == 0) {
      throw new Refusal.Invalid(Sentence.of("file.no-rows"), Sentence.of("file.no-rows.remedy"));
    }
    List<List<String>> samples = sample(opened, source, fields);
    List<ColumnEntity> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Proposal proposal = Proposal.of(field.name(), field.type(), samples.get(i));
      columns.add(
          new ColumnEntity(
              field.name(), field.type(), proposal.sensitivity(), proposal.because(), null));
    }
    return new Content(format, columns, rows);
  }

  /// Per column its values in an even sample, missing ones left out.
  private List<List<String>> sample(OpenedFile opened, TableSource source, List<Field> fields)
      throws SQLException {
    String texts = fields.stream().map(Field::text).collect(Collectors.joining(", "));
    String sql =
        "SELECT %s FROM %s USING SAMPLE reservoir(%d ROWS) REPEATABLE (1)"
            .formatted(texts, source.sql(), config.sampleRows());
    return opened.query(sql, rows -> columnsOf(rows, fields.size()));
  }

  private static List<List<String>> columnsOf(ResultSet rows, int width) throws SQLException {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(new ArrayList<>());
    }
    while (rows.next()) {
      for (int i = 0; i < width; i++) {
        String value = rows.getString(i + 1);
        if (value != null) {
          columns.get(i).add(value);
        }
      }
    }
    return columns;
  }

  private static List<Field> describedFields(ResultSet rows) throws SQLException {
    List<Field> fields = new ArrayList<>();
    while (rows.next()) {
      fields.add(new Field(rows.getString("column_name"), rows.getString("column_type")));
    }
    return fields;
  }

  private static long number(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }
}
