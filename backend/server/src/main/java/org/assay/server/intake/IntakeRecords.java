package org.assay.server.intake;

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
import org.assay.server.identity.Caller;
import org.assay.server.registry.Version;

/// The short transactions in which intake reports are read and written.
@ApplicationScoped
class IntakeRecords {
  private static final Caller INTAKE = Caller.system("intake");

  private final EntityManager database;
  private final AuditLog log;
  private final ReportDigest digests;

  IntakeRecords(EntityManager database, AuditLog log, ReportDigest digests) {
    this.database = database;
    this.log = log;
    this.digests = digests;
  }

  @Transactional
  Optional<IntakeEntity> newest(UUID versionId) {
    return database
        .createQuery(
            "from IntakeEntity where versionId = :version order by at desc", IntakeEntity.class)
        .setParameter("version", versionId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  void store(Version version, IntakeReport report) {
    IntakeEntity entity = new IntakeEntity();
    entity.id = UUID.randomUUID();
    entity.versionId = version.id();
    entity.report = report;
    entity.blocking = report.blocking();
    entity.digest = digests.of(report);
    entity.at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    database.persist(entity);
    Map<String, ?> body =
        Map.of(
            "report",
            entity.id.toString(),
            "digest",
            entity.digest,
            "blocking",
            entity.blocking,
            "findings",
            report.findings().size());
    log.append(
        INTAKE,
        AuditEvent.of("intake.completed", "version", version.id(), body)
            .on(version.model(), version.number()));
  }
}
