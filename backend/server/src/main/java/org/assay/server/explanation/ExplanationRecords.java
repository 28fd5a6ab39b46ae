package org.assay.server.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.audit.ReportDigest;
import org.assay.server.biasaudit.Examination;
import org.assay.server.identity.Caller;
import org.assay.server.registry.Version;

/// The short transactions around an explanation.
@ApplicationScoped
class ExplanationRecords {
  private static final Caller EXPLANATION = Caller.system("explanation");

  private final EntityManager database;
  private final AuditLog log;
  private final ReportDigest digests;

  ExplanationRecords(EntityManager database, AuditLog log, ReportDigest digests) {
    this.database = database;
    this.log = log;
    this.digests = digests;
  }

  @Transactional
  Optional<ExplanationEntity> newest(UUID versionId) {
    return database
        .createQuery(
            "from ExplanationEntity where versionId = :version order by at desc",
            ExplanationEntity.class)
        .setParameter("version", versionId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  void store(Version version, Examination.Basis basis, ExplanationReport report) {
    ExplanationEntity explanation = new ExplanationEntity();
    explanation.id = UUID.randomUUID();
    explanation.versionId = version.id();
    explanation.datasetId = basis.datasetId();
    explanation.datasetSha256 = basis.datasetSha256();
    explanation.planDigest = basis.planDigest();
    explanation.report = report;
    explanation.digest = digests.of(report);
    explanation.at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    database.persist(explanation);
    Map<String, ?> body =
        Map.of(
            "report", explanation.id.toString(),
            "digest", explanation.digest,
            "dataset", basis.datasetId().toString(),
            "datasetSha256", basis.datasetSha256(),
            "planDigest", basis.planDigest(),
            "method", report.method());
    log.append(
        EXPLANATION,
        AuditEvent.of("explanation.completed", "version", version.id(), body)
            .on(version.model(), version.number()));
  }
}
