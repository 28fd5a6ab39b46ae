package org.assay.server.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.audit.ReportDigest;
import org.assay.server.identity.Caller;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;

/// The plan of each version: one, replaced until the version is submitted.
@ApplicationScoped
class Plans {
  private final EntityManager database;
  private final Versions versions;
  private final AuditLog log;
  private final ReportDigest digests;

  Plans(EntityManager database, Versions versions, AuditLog log, ReportDigest digests) {
    this.database = database;
    this.versions = versions;
    this.log = log;
    this.digests = digests;
  }

  @Transactional
  Optional<AssessmentPlan> of(UUID versionId) {
    return Optional.ofNullable(database.find(PlanEntity.class, versionId)).map(held -> held.plan);
  }

  /// Sets or replaces the plan, within the caller's transaction.
  @Transactional(Transactional.TxType.MANDATORY)
  void set(Version version, AssessmentPlan plan, Caller by) {
    put(version, plan, by, Map.of());
  }

  /// Takes over the plan of the version before, where this one has none; within the caller's
  /// transaction.
  @Transactional(Transactional.TxType.MANDATORY)
  void inherit(Version version, Caller by) {
    if (of(version.id()).isPresent()) {
      return;
    }
    versions
        .before(version)
        .ifPresent(
            before ->
                of(before.id())
                    .ifPresent(
                        plan -> put(version, plan, by, Map.of("inheritedFrom", before.number()))));
  }

  private void put(Version version, AssessmentPlan plan, Caller by, Map<String, ?> more) {
    PlanEntity held = database.find(PlanEntity.class, version.id(), LockModeType.PESSIMISTIC_WRITE);
    PlanEntity entity = held == null ? new PlanEntity() : held;
    entity.versionId = version.id();
    entity.datasetId = plan.datasetId();
    entity.plan = plan;
    entity.setBy = by.subject();
    entity.setAt = Instant.now();
    if (held == null) {
      database.persist(entity);
    }
    database.flush();
    Map<String, Object> body = new HashMap<>(more);
    body.put("dataset", plan.datasetId().toString());
    body.put("label", plan.label());
    body.put("protectedAttributes", plan.protectedAttributes());
    body.put("planDigest", digests.of(plan));
    log.append(
        by,
        AuditEvent.of("assessment.planned", "version", version.id(), body)
            .on(version.model(), version.number()));
  }
}
