package org.assay.server.dataset;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.assay.server.dataset.TableSource.Field;
import org.assay.server.web.Refusal;
import org.jspecify.annotations.Nullable;

/// Finds a dataset and holds it to what a verb needs of it.
final class Stored {
  private Stored() {}

  static DatasetEntity dataset(EntityManager database, UUID id, LockModeType lock) {
    DatasetEntity dataset = database.find(DatasetEntity.class, id, lock);
    if (dataset == null) {
      throw new Refusal.NotFound("There is no dataset with the id " + id + ".");
    }
    return dataset;
  }

  /// Until its columns are confirmed, a dataset may change under a reader, and nobody has said
  /// what must be hidden.
  static void requireConfirmed(DatasetEntity dataset) {
    if (!dataset.confirmed()) {
      throw new Refusal.Conflict(
          "The columns of %s are not classified yet.".formatted(dataset.name),
          "%s, its owner, confirms what each column is.".formatted(dataset.owner));
    }
  }

  static String sha256(DatasetEntity dataset) {
    return uploaded(dataset, dataset.sha256);
  }

  static ContentFormat format(DatasetEntity dataset) {
    return ContentFormat.of(uploaded(dataset, dataset.format));
  }

  static long rows(DatasetEntity dataset) {
    return uploaded(dataset, dataset.rows);
  }

  static List<Field> fields(DatasetEntity dataset) {
    return dataset.columns.stream().map(c -> new Field(c.name(), c.type())).toList();
  }

  private static <T> T uploaded(DatasetEntity dataset, @Nullable T value) {
    if (value == null) {
      throw new Refusal.Conflict(
          dataset.name + " has no content yet.", dataset.owner + ", its owner, uploads it.");
    }
    return value;
  }

  /// @throws Refusal.Invalid naming the unknown columns and those that there are
  static void requireKnown(DatasetEntity dataset, Collection<String> names) {
    List<String> known = dataset.columns.stream().map(ColumnEntity::name).toList();
    List<String> unknown = names.stream().filter(n -> !known.contains(n)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new Refusal.Invalid(
          "%s has no column %s.".formatted(dataset.name, String.join(", ", unknown)),
          "Its columns are " + String.join(", ", known) + ".");
    }
  }
}
