package org.assay.server.biasaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.BiasAuditView;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "bias_audit")
class BiasAuditEntity {
  @Id UUID id;

  @Column(name = "version_id")
  UUID versionId;

  @Column(name = "dataset_id")
  UUID datasetId;

  @Column(name = "dataset_sha256")
  String datasetSha256;

  @JdbcTypeCode(SqlTypes.JSON)
  AssessmentPlan plan;

  @Column(name = "plan_digest")
  String planDigest;

  @JdbcTypeCode(SqlTypes.JSON)
  BiasAuditReport report;

  String digest;
  Instant at;

  boolean restsOn(Examination.Basis basis) {
    return basis.equals(new Examination.Basis(datasetId, datasetSha256, planDigest));
  }

  BiasAuditView view() {
    return new BiasAuditView(
        id, datasetId, plan, report.rows(), report.groups(), report.metrics(), at, digest);
  }
}
