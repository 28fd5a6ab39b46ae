package org.assay.server.dataset;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.Sensitivity;
import org.jspecify.annotations.Nullable;

@Embeddable
record ColumnEntity(
    String name,
    String type,
    @Enumerated(EnumType.STRING) Sensitivity proposed,
    String because,
    @Enumerated(EnumType.STRING) @Nullable Sensitivity confirmed) {

  Sensitivity sensitivity() {
    return confirmed == null ? proposed : confirmed;
  }

  ColumnEntity confirm(Sensitivity sensitivity) {
    return new ColumnEntity(name, type, proposed, because, sensitivity);
  }

  Dataset.Column column() {
    return new Dataset.Column(name, type, sensitivity());
  }

  DatasetView.Column view() {
    return new DatasetView.Column(name, type, proposed, because, confirmed);
  }
}
