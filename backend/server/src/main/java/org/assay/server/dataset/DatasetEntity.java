package org.assay.server.dataset;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assay.api.datasets.DatasetView;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "dataset")
class DatasetEntity {
  @Id UUID id;
  String name;
  String description;
  String owner;
  @Nullable String format;
  @Nullable String sha256;
  @Nullable Long size;

  @Column(name = "row_count")
  @Nullable Long rows;

  @Column(name = "confirmed_at")
  @Nullable Instant confirmedAt;

  @Column(name = "created_at")
  Instant createdAt;

  @ElementCollection
  @CollectionTable(name = "dataset_column", joinColumns = @JoinColumn(name = "dataset_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  List<ColumnEntity> columns = new ArrayList<>();

  @jakarta.persistence.Version int revision;

  boolean confirmed() {
    return confirmedAt != null;
  }

  Dataset dataset() {
    return new Dataset(
        id,
        name,
        owner,
        format,
        sha256,
        columns.stream().map(ColumnEntity::column).toList(),
        confirmed());
  }

  DatasetView view() {
    return new DatasetView(
        id,
        name,
        description,
        owner,
        format,
        sha256,
        size,
        rows,
        columns.stream().map(ColumnEntity::view).toList(),
        confirmed(),
        createdAt);
  }
}
