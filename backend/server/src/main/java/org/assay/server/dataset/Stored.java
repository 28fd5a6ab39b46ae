package org.assay.server.dataset;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.datasets.Mask;
import org.assay.server.dataset.TableSource.Field;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Finds a dataset and holds it to what a verb needs of it.
final class Stored {
  private Stored() {}

  static DatasetEntity dataset(EntityManager database, UUID id, LockModeType lock) {
    DatasetEntity dataset = database.find(DatasetEntity.class, id, lock);
    if (dataset == null) {
      throw new Refusal.NotFound(Sentence.of("dataset.none", id));
    }
    return dataset;
  }

  /// Until its columns are confirmed, a dataset may change under a reader, and nobody has said
  /// what must be hidden.
  static void requireConfirmed(DatasetEntity dataset) {
    if (!dataset.confirmed()) {
      throw new Refusal.Conflict(
          Sentence.of("dataset.unconfirmed", dataset.name),
          Sentence.of("dataset.unconfirmed.remedy", dataset.owner));
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
          Sentence.of("dataset.no-content", dataset.name),
          Sentence.of("dataset.no-content.remedy", dataset.owner));
    }
    return value;
  }

  /// @throws Refusal.Invalid naming the unknown columns and those that there are
  static void requireKnown(DatasetEntity dataset, Collection<String> names) {
    List<String> known = dataset.columns.stream().map(ColumnEntity::name).toList();
    List<String> unknown = names.stream().filter(n -> !known.contains(n)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new Refusal.Invalid(
          Sentence.of("dataset.no-column", dataset.name, unknown),
          Sentence.of("dataset.no-column.remedy", known));
    }
  }

  /// All columns in the file's order: the mask wished for, else the usual one of its sensitivity.
  ///
  /// @throws Refusal.Invalid for a column that there is not, or a wish without a mask
  static Map<String, Mask> masks(DatasetEntity dataset, Map<String, Mask> wishes) {
    Map<String, Mask> masks = new LinkedHashMap<>();
    dataset.columns.forEach(c -> masks.put(c.name(), Masking.usual(c.sensitivity())));
    requireKnown(dataset, wishes.keySet());
    wishes.forEach(
        (column, mask) -> {
          if (mask == null) {
            throw new Refusal.Invalid(
                Sentence.of("grant.no-mask", column), Sentence.of("grant.no-mask.remedy"));
          }
          masks.put(column, mask);
        });
    return masks;
  }
}
