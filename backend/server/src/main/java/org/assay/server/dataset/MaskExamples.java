package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.MaskExample;
import org.jspecify.annotations.Nullable;

/// Shows what masks do, on values that nobody has: neither the dataset's file nor its key is
/// touched, so an example tells nothing about its rows.
@ApplicationScoped
class MaskExamples {
  private static final Buckets BUCKETS = Buckets.of(new Buckets.Spread(0, 100, 50, 25), false);
  private static final Buckets WHOLE = Buckets.of(new Buckets.Spread(0, 100, 50, 25), true);

  /// A key that is no secret: with the dataset's own, an example would be a pseudonym to compare.
  private static final Masking.Pseudonyms PSEUDONYMS =
      Masking.Pseudonyms.keyed(new DatasetKey(new byte[DatasetKey.BYTES]));

  private final EntityManager database;

  MaskExamples(EntityManager database) {
    this.database = database;
  }

  /// @param wishes the mask of a column; one left out gets the usual one of its sensitivity
  /// @throws org.assay.server.web.Refusal.Invalid naming the columns that there are not
  @Transactional
  List<MaskExample> of(UUID datasetId, Map<String, Mask> wishes) {
    DatasetEntity dataset = Stored.dataset(database, datasetId, LockModeType.NONE);
    Map<String, Mask> masks = Stored.masks(dataset, wishes);
    return dataset.columns.stream()
        .map(c -> example(c.name(), c.type(), masks.getOrDefault(c.name(), Mask.REDACT)))
        .toList();
  }

  static MaskExample example(String column, String type, Mask mask) {
    boolean whole = ColumnKind.whole(type);
    Object value = value(type);
    Masking masking =
        new Masking(mask, ColumnKind.admitted(type), whole ? WHOLE : BUCKETS, PSEUDONYMS);
    @Nullable Object masked = masking.apply(value);
    return new MaskExample(column, mask, value.toString(), masked == null ? null : text(masked));
  }

  private static Object value(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    return switch (ColumnKind.admitted(type)) {
      case NUMBER -> ColumnKind.whole(type) ? (Object) 37L : (Object) 37.25;
      case BOOLEAN -> true;
      case DATE -> upper.equals("DATE") ? "1987-06-15" : "1987-06-15 10:11:12";
      case TEXT ->
          switch (upper) {
            case "UUID" -> "0f8fad5b-d9cb-469f-a165-70867728950e";
            case "TIME" -> "10:11:12";
            default -> "Example";
          };
    };
  }

  private static String text(Object masked) {
    return masked instanceof BigDecimal number ? number.toPlainString() : masked.toString();
  }
}
