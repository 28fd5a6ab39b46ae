package org.assay.api.datasets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dataset.
///
/// @param format `csv` or `parquet`, once uploaded
/// @param confirmed whether the owner confirmed the columns' classification
public record DatasetView(
    UUID id,
    String name,
    String description,
    String owner,
    @Nullable String format,
    @Nullable String sha256,
    @Nullable Long size,
    @Nullable Long rows,
    List<Column> columns,
    boolean confirmed,
    Instant createdAt) {
  public DatasetView {
    columns = List.copyOf(columns);
  }

  /// @param type as the reader names it, such as `DOUBLE` or `VARCHAR`
  /// @param proposed what a simple detector thinks
  /// @param because why it thinks so
  /// @param confirmed what the owner said
  public record Column(
      String name,
      String type,
      Sensitivity proposed,
      String because,
      @Nullable Sensitivity confirmed) {}
}
