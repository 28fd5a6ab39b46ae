package org.assay.server.explanation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assay.api.assessments.ExplanationView;
import org.assay.server.biasaudit.Examination;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "explanation")
class ExplanationEntity {
  @Id UUID id;

  @Column(name = "version_id")
  UUID versionId;

  @Column(name = "dataset_id")
  UUID datasetId;

  @Column(name = "dataset_sha256")
  String datasetSha256;

  @Column(name = "plan_digest")
  String planDigest;

  @JdbcTypeCode(SqlTypes.JSON)
  ExplanationReport report;

  String digest;
  Instant at;

  boolean restsOn(Examination.Basis basis) {
    return basis.equals(new Examination.Basis(datasetId, datasetSha256, planDigest));
  }

  ExplanationView view() {
    List<List<@Nullable Double>> inputs = report.inputs();
    return view(inputs == null ? List.of() : inputs);
  }

  ExplanationView withoutRows() {
    return view(List.of());
  }

  private ExplanationView view(List<List<@Nullable Double>> rows) {
    return new ExplanationView(
        id,
        report.method(),
        report.output(),
        report.features(),
        report.base(),
        report.values(),
        report.standardErrors(),
        report.additivityError(),
        report.quality(),
        rows,
        report.importance(),
        report.importanceMetric(),
        at,
        digest);
  }
}
