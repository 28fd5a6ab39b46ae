package org.assay.server.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.policy.Phase;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.registry.Version;

/// The stored results of the gate.
@ApplicationScoped
class GateResults {
  private final EntityManager database;
  private final AuditLog log;

  GateResults(EntityManager database, AuditLog log) {
    this.database = database;
    this.log = log;
  }

  /// Keeps a result, unless the newest one of its phase says the same: then that one stands.
  @Transactional
  GateDecision keep(Version version, GateResultEntity result, Caller by) {
    Optional<GateResultEntity> newest = newest(version.id(), result.phase);
    if (newest.isPresent() && newest.get().saysTheSameAs(result)) {
      return newest.get().decision();
    }
    database.persist(result);
    database.flush();
    log.append(
        by,
        AuditEvent.of("gate.decided", "gate-result", result.id, body(result))
            .on(version.model(), version.number()));
    return result.decision();
  }

  @Transactional
  Optional<GateDecision> latest(UUID versionId, Phase phase) {
    return newest(versionId, phase).map(GateResultEntity::decision);
  }

  @Transactional
  Optional<GateDecision> get(UUID id, UUID versionId) {
    return Optional.ofNullable(database.find(GateResultEntity.class, id))
        .filter(g -> g.versionId.equals(versionId))
        .map(GateResultEntity::decision);
  }

  private Optional<GateResultEntity> newest(UUID versionId, Phase phase) {
    return database
        .createQuery(
            "from GateResultEntity where versionId = :version and phase = :phase order by at desc",
            GateResultEntity.class)
        .setParameter("version", versionId)
        .setParameter("phase", phase)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private static Map<String, String> body(GateResultEntity result) {
    return Map.of(
        "pack",
        result.pack + " " + result.packVersion,
        "packDigest",
        result.packDigest,
        "phase",
        result.phase.code(),
        "verdict",
        result.verdict.code(),
        "evidenceDigest",
        result.evidenceDigest,
        "blockers",
        result.decision().blockers());
  }
}
