package org.assay.server.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.assay.api.datasets.GrantState;
import org.assay.api.datasets.GrantView;
import org.assay.api.datasets.Mask;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "data_grant")
class GrantEntity {
  @Id UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "dataset_id", updatable = false)
  DatasetEntity dataset;

  @Column(updatable = false)
  String purpose;

  @Column(updatable = false)
  String reason;

  @Column(updatable = false)
  String grantee;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  Map<String, Mask> masks;

  /// As stored: never `EXPIRED`, which is what time makes of an approved one.
  @Enumerated(EnumType.STRING)
  GrantState state;

  @Column(name = "requested_at", updatable = false)
  Instant requestedAt;

  @Column(name = "ends_at", updatable = false)
  Instant endsAt;

  @Column(name = "decided_by")
  @Nullable String decidedBy;

  @Column(name = "decided_at")
  @Nullable Instant decidedAt;

  @Column(name = "decision_reason")
  @Nullable String decisionReason;

  @jakarta.persistence.Version int revision;

  GrantState stateAt(Instant now) {
    return state == GrantState.APPROVED && !endsAt.isAfter(now) ? GrantState.EXPIRED : state;
  }

  /// In the order of the file: the database keeps none.
  private Map<String, Mask> orderedMasks() {
    Map<String, Mask> ordered = new LinkedHashMap<>();
    for (ColumnEntity column : dataset.columns) {
      Mask mask = masks.get(column.name());
      if (mask != null) {
        ordered.put(column.name(), mask);
      }
    }
    return ordered;
  }

  GrantView view(Instant now) {
    return new GrantView(
        id,
        dataset.id,
        dataset.name,
        purpose,
        reason,
        grantee,
        orderedMasks(),
        stateAt(now),
        requestedAt,
        endsAt,
        decidedBy,
        decidedAt,
        decisionReason);
  }
}
