package org.assay.server.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.assay.api.assessments.StepState;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Read through this class, written by an upsert: two jobs may meet a step for the first time.
@Entity
@Immutable
@Table(name = "assessment_step")
class StepEntity {
  @EmbeddedId Key key;

  @Enumerated(EnumType.STRING)
  StepState state;

  @Nullable String message;

  @Column(name = "changed_at")
  Instant changedAt;

  @Embeddable
  record Key(@Column(name = "version_id") UUID versionId, String step) {}
}
