package org.assay.api.datasets;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Masked rows of a dataset.
///
/// @param masked for each column, the mask it went through
/// @param rows values in the columns' order
public record RowsView(
    UUID grantId,
    List<String> columns,
    List<Mask> masked,
    List<List<@Nullable Object>> rows,
    long offset,
    long total) {}
