package org.assay.server.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.assessments.GateView;
import org.assay.policy.Phase;
import org.assay.policy.Verdict;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "gate_result")
class GateResultEntity {
  /// The stored form of what became of each control.
  record Report(List<GateView.Control> controls) {
    Report {
      controls = List.copyOf(controls);
    }
  }

  @Id UUID id;

  @Column(name = "version_id")
  UUID versionId;

  String pack;

  @Column(name = "pack_version")
  String packVersion;

  @Column(name = "pack_digest")
  String packDigest;

  @Enumerated(EnumType.STRING)
  Phase phase;

  @Enumerated(EnumType.STRING)
  Verdict verdict;

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, Object> evidence;

  @Column(name = "evidence_digest")
  String evidenceDigest;

  @JdbcTypeCode(SqlTypes.JSON)
  Report report;

  Instant at;

  /// Whether this row says what that one says: the same pack over the same evidence, with the same
  /// result for every control.
  boolean saysTheSameAs(GateResultEntity other) {
    return packDigest.equals(other.packDigest)
        && evidenceDigest.equals(other.evidenceDigest)
        && verdict == other.verdict
        && report.equals(other.report);
  }

  GateDecision decision() {
    GateView view =
        new GateView(
            pack,
            packVersion,
            packDigest,
            phase.code(),
            verdict.code(),
            evidenceDigest,
            report.controls(),
            at);
    return new GateDecision(id, verdict == Verdict.OPEN, evidenceDigest, view);
  }
}
