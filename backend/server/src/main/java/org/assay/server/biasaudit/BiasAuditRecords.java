package org.assay.server.biasaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.audit.ReportDigest;
import org.assay.server.identity.Caller;
import org.assay.server.registry.Version;

/// The short transactions around a bias audit.
@ApplicationScoped
class BiasAuditRecords {
  private static final Caller BIAS_AUDIT = Caller.system("bias-audit");

  private final EntityManager database;
  private final AuditLog log;
  private final ReportDigest digests;

  BiasAuditRecords(EntityManager database, AuditLog log, ReportDigest digests) {
    this.database = database;
    this.log = log;
    this.digests = digests;
  }

  @Transactional
  Optional<BiasAuditEntity> newest(UUID versionId) {
    return database
        .createQuery(
            "from BiasAuditEntity where versionId = :version order by at desc",
            BiasAuditEntity.class)
        .setParameter("version", versionId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  void store(
      Version version, AssessmentPlan plan, Examination.Basis basis, BiasAuditReport report) {
    BiasAuditEntity audit = new BiasAuditEntity();
    audit.id = UUID.randomUUID();
    audit.versionId = version.id();
    audit.datasetId = basis.datasetId();
    audit.datasetSha256 = basis.datasetSha256();
    audit.plan = plan;
    audit.planDigest = basis.planDigest();
    audit.report = report;
    audit.digest = digests.of(report);
    audit.at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    database.persist(audit);
    Map<String, ?> body =
        Map.of(
            "report", audit.id.toString(),
            "digest", audit.digest,
            "dataset", basis.datasetId().toString(),
            "datasetSha256", basis.datasetSha256(),
            "planDigest", basis.planDigest(),
            "rows", report.rows());
    log.append(
        BIAS_AUDIT,
        AuditEvent.of("bias-audit.completed", "version", version.id(), body)
            .on(version.model(), version.number()));
  }
}
