package org.assay.server.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "assessment_plan")
class PlanEntity {
  @Id
  @Column(name = "version_id")
  UUID versionId;

  @Column(name = "dataset_id")
  UUID datasetId;

  @JdbcTypeCode(SqlTypes.JSON)
  AssessmentPlan plan;

  @Column(name = "set_by")
  String setBy;

  @Column(name = "set_at")
  Instant setAt;

  @jakarta.persistence.Version int revision;
}
