package org.assay.server.dataset;

import java.util.List;
import java.util.UUID;
import org.assay.api.datasets.Sensitivity;
import org.jspecify.annotations.Nullable;

/// A dataset as other features see it.
///
/// @param owner who uploaded it, and decides on grants
/// @param format `csv` or `parquet`, once uploaded
/// @param sha256 digest of the content, once uploaded; fixed once confirmed
/// @param columns in the file's order; none before the upload
/// @param confirmed whether the owner confirmed what each column is
public record Dataset(
    UUID id,
    String name,
    String owner,
    @Nullable String format,
    @Nullable String sha256,
    List<Column> columns,
    boolean confirmed) {
  public Dataset {
    columns = List.copyOf(columns);
  }

  /// @param type as DuckDB names it, such as `DOUBLE`
  /// @param sensitivity what the owner confirmed, or before that what is proposed
  public record Column(String name, String type, Sensitivity sensitivity) {}
}
