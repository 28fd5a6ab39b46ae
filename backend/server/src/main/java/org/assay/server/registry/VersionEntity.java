package org.assay.server.registry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assay.api.models.Card;
import org.assay.api.models.FileView;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "model_version")
class VersionEntity {
  @Id UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "model_id")
  ModelEntity model;

  int number;

  @Enumerated(EnumType.STRING)
  Stage stage;

  String author;

  @JdbcTypeCode(SqlTypes.JSON)
  Card card;

  @Nullable String digest;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "sealed_at")
  @Nullable Instant sealedAt;

  @ElementCollection
  @CollectionTable(name = "model_file", joinColumns = @JoinColumn(name = "version_id"))
  Set<ModelFileEntity> files = new HashSet<>();

  @jakarta.persistence.Version int revision;

  boolean sealed() {
    return sealedAt != null;
  }

  List<FileView> fileViews() {
    return files.stream()
        .map(ModelFileEntity::view)
        .sorted(Comparator.comparing(FileView::name))
        .toList();
  }

  VersionView view() {
    return new VersionView(
        id, model.name, number, stage, author, card, fileViews(), digest, createdAt, sealedAt);
  }

  Version version() {
    return new Version(
        id,
        model.id,
        model.name,
        model.purpose,
        model.owner,
        model.riskTier,
        number,
        stage,
        author,
        card,
        fileViews(),
        digest);
  }
}
