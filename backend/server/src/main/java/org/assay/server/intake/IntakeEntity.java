package org.assay.server.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.assay.api.assessments.IntakeView;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "intake_report")
class IntakeEntity {
  @Id UUID id;

  @Column(name = "version_id")
  UUID versionId;

  @JdbcTypeCode(SqlTypes.JSON)
  IntakeReport report;

  int blocking;
  String digest;
  Instant at;

  IntakeView view() {
    return report.view(at, digest);
  }
}
