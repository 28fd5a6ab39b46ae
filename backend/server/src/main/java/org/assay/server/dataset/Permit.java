package org.assay.server.dataset;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.datasets.Mask;
import org.assay.server.dataset.TableSource.Field;

/// What a live grant lets one person read: everything needed to read it, taken at one moment.
///
/// @param masks a mask for every column
/// @param total rows of the dataset
record Permit(
    UUID grantId,
    UUID datasetId,
    String dataset,
    String purpose,
    String sha256,
    ContentFormat format,
    List<Field> fields,
    Map<String, Mask> masks,
    long total) {
  Permit {
    fields = List.copyOf(fields);
    masks = Map.copyOf(masks);
  }
}
