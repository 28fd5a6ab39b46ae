package org.assay.server.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.assay.api.audit.EventView;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(schema = "audit", name = "event")
class EventEntity {
  @Id long id;
  Instant at;
  String actor;
  String action;

  @Column(name = "subject_type")
  String subjectType;

  @Column(name = "subject_id")
  String subjectId;

  @Nullable String model;
  @Nullable Integer version;

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, Object> body;

  EventView view() {
    return new EventView(id, at, actor, action, subjectType, subjectId, model, version, body);
  }
}
