package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.assay.server.dataset.TableSource.Field;
import org.assay.server.files.StoredFiles;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.assay.worker.protocol.Table;

/// Takes columns of a dataset into memory: chosen in a short transaction, read outside of it.
@ApplicationScoped
class TableReader {
  private final EntityManager database;
  private final StoredFiles files;
  private final DatasetConfig config;

  TableReader(EntityManager database, StoredFiles files, DatasetConfig config) {
    this.database = database;
    this.files = files;
    this.config = config;
  }

  /// @param all the file's columns
  /// @param chosen those to read
  record Selection(
      String sha256, ContentFormat format, List<Field> all, List<Field> chosen, int rows) {}

  @Transactional
  Selection select(UUID id, Collection<String> columns) {
    DatasetEntity dataset = Stored.dataset(database, id, LockModeType.NONE);
    Stored.requireConfirmed(dataset);
    Stored.requireKnown(dataset, columns);
    if (columns.isEmpty()) {
      throw new Refusal.Invalid(
          Sentence.of("dataset.none-named", dataset.name),
          Sentence.of("dataset.none-named.remedy"));
    }
    long rows = Stored.rows(dataset);
    if (rows > config.tableRows()) {
      throw new Refusal.TooLarge(
          Sentence.of("dataset.too-many-rows", dataset.name, rows, config.tableRows()),
          Sentence.of("dataset.too-many-rows.remedy"));
    }
    List<Field> all = Stored.fields(dataset);
    List<Field> chosen = all.stream().filter(f -> columns.contains(f.name())).toList();
    return new Selection(
        Stored.sha256(dataset), Stored.format(dataset), all, chosen, Math.toIntExact(rows));
  }

  Table read(Selection selection) {
    Path file = files.path(selection.sha256());
    try (OpenedFile opened = OpenedFile.streaming(file, config)) {
      TableSource source = TableSource.examined(file, selection.format(), selection.all());
      return Tables.read(opened, source, selection.chosen(), selection.rows());
    } catch (IOException e) {
      throw new UncheckedIOException("The store has lost " + selection.sha256(), e);
    } catch (SQLException e) {
      throw new IllegalStateException("Content " + selection.sha256() + " cannot be read", e);
    }
  }
}
