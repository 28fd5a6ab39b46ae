package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.datasets.GrantDecision;
import org.assay.api.datasets.GrantScope;
import org.assay.api.datasets.GrantState;
import org.assay.api.datasets.GrantView;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.NewGrant;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// Grants: ask, decide, revoke. One person asks, the dataset's owner decides, and these are never
/// the same: so an owner gets no grant on what is theirs.
@ApplicationScoped
class Grants {
  private final EntityManager database;
  private final AuditLog log;

  Grants(EntityManager database, AuditLog log) {
    this.database = database;
    this.log = log;
  }

  @Transactional
  GrantView request(UUID datasetId, NewGrant asked, Caller by) {
    DatasetEntity dataset = Stored.dataset(database, datasetId, LockModeType.PESSIMISTIC_WRITE);
    requireOther(dataset, by);
    Stored.requireConfirmed(dataset);
    Map<String, Mask> masks =
        Stored.masks(dataset, asked.masks() == null ? Map.of() : asked.masks());
    requireNoneWaiting(dataset, asked.purpose(), by);
    GrantEntity grant = new GrantEntity();
    grant.id = UUID.randomUUID();
    grant.dataset = dataset;
    grant.purpose = asked.purpose();
    grant.reason = asked.reason();
    grant.grantee = by.subject();
    grant.masks = masks;
    grant.state = GrantState.REQUESTED;
    grant.requestedAt = Instant.now();
    grant.endsAt = asked.endsAt();
    requireFuture(grant);
    database.persist(grant);
    record(by, "grant.requested", grant, Map.of("reason", grant.reason, "masks", masks));
    return grant.view(grant.requestedAt);
  }

  @Transactional
  List<GrantView> of(UUID datasetId) {
    DatasetEntity dataset = Stored.dataset(database, datasetId, LockModeType.NONE);
    Instant now = Instant.now();
    return database
        .createQuery(
            "from GrantEntity where dataset = :dataset order by requestedAt desc, id",
            GrantEntity.class)
        .setParameter("dataset", dataset)
        .getResultStream()
        .map(g -> g.view(now))
        .toList();
  }

  /// Grants of all datasets that concern the caller in one way, the newest first: two queries for a
  /// page and its datasets' columns, one for the total.
  @Transactional
  Page<GrantView> page(GrantScope scope, int page, int size, Caller by) {
    String where =
        switch (scope) {
          case MINE -> "g.grantee = :person";
          case TO_DECIDE ->
              "g.dataset.owner = :person and g.state = org.assay.api.datasets.GrantState.REQUESTED";
          case GIVEN -> "g.dataset.owner = :person";
        };
    long total =
        database
            .createQuery("select count(*) from GrantEntity g where " + where, Long.class)
            .setParameter("person", by.subject())
            .getSingleResult();
    Instant now = Instant.now();
    List<GrantView> views =
        database
            .createQuery(
                "from GrantEntity g join fetch g.dataset where "
                    + where
                    + " order by g.requestedAt desc, g.id",
                GrantEntity.class)
            .setParameter("person", by.subject())
            .setFirstResult(Math.multiplyExact(page, size))
            .setMaxResults(size)
            .getResultList()
            .stream()
            .map(g -> g.view(now))
            .toList();
    return new Page<>(views, total, page, size);
  }

  @Transactional
  GrantView decide(UUID id, GrantDecision decision, Caller by) {
    GrantEntity grant = find(id);
    requireDecider(grant, by);
    Instant now = Instant.now();
    if (grant.state != GrantState.REQUESTED) {
      throw new Refusal.Conflict(
          Sentence.of("grant.decided", grant.grantee, grant.stateAt(now)),
          Sentence.of("grant.decided.remedy"));
    }
    if (decision.approve() && !grant.endsAt.isAfter(now)) {
      throw new Refusal.Conflict(
          Sentence.of("grant.past", grant.endsAt), Sentence.of("grant.past.remedy"));
    }
    grant.state = decision.approve() ? GrantState.APPROVED : GrantState.REFUSED;
    grant.decidedBy = by.subject();
    grant.decidedAt = now;
    grant.decisionReason = decision.reason();
    String action = decision.approve() ? "grant.approved" : "grant.refused";
    record(by, action, grant, Map.of("reason", decision.reason()));
    return grant.view(now);
  }

  @Transactional
  GrantView revoke(UUID id, Caller by) {
    GrantEntity grant = find(id);
    boolean concerned =
        by.subject().equals(grant.dataset.owner) || by.subject().equals(grant.grantee);
    if (!concerned) {
      throw new Refusal.Forbidden(
          Sentence.of(
              "grant.not-concerned", grant.grantee, grant.dataset.owner, grant.dataset.name));
    }
    Instant now = Instant.now();
    if (grant.state == GrantState.REVOKED || grant.state == GrantState.REFUSED) {
      throw new Refusal.Conflict(Sentence.of("grant.nothing-to-end", grant.state));
    }
    grant.state = GrantState.REVOKED;
    record(by, "grant.revoked", grant, Map.of());
    return grant.view(now);
  }

  private static void requireOther(DatasetEntity dataset, Caller by) {
    if (dataset.owner.equals(by.subject())) {
      throw new Refusal.Forbidden(
          ProblemType.CONFLICT_OF_INTEREST,
          Sentence.of("grant.self", by.subject(), dataset.name),
          Sentence.of("grant.self.remedy"));
    }
  }

  private static void requireDecider(GrantEntity grant, Caller by) {
    if (grant.grantee.equals(by.subject())) {
      throw new Refusal.Forbidden(
          ProblemType.CONFLICT_OF_INTEREST,
          Sentence.of("grant.asked-oneself", by.subject()),
          Sentence.of("grant.asked-oneself.remedy", grant.dataset.owner, grant.dataset.name));
    }
    if (!grant.dataset.owner.equals(by.subject())) {
      throw new Refusal.Forbidden(
          Sentence.of("grant.not-decider", grant.dataset.owner, grant.dataset.name));
    }
  }

  private static void requireFuture(GrantEntity grant) {
    if (!grant.endsAt.isAfter(grant.requestedAt)) {
      throw new Refusal.Invalid(
          Sentence.of("grant.end-past"), Sentence.of("grant.end-past.remedy"));
    }
  }

  private void requireNoneWaiting(DatasetEntity dataset, String purpose, Caller by) {
    long waiting =
        database
            .createQuery(
                "select count(*) from GrantEntity where dataset = :dataset and purpose = :purpose"
                    + " and grantee = :grantee and state = :state",
                Long.class)
            .setParameter("dataset", dataset)
            .setParameter("purpose", purpose)
            .setParameter("grantee", by.subject())
            .setParameter("state", GrantState.REQUESTED)
            .getSingleResult();
    if (waiting > 0) {
      throw new Refusal.Conflict(
          Sentence.of("grant.waiting", by.subject(), dataset.name, purpose, dataset.owner),
          Sentence.of("grant.waiting.remedy"));
    }
  }

  private void record(Caller by, String action, GrantEntity grant, Map<String, ?> more) {
    database.flush();
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("dataset", grant.dataset.name);
    body.put("datasetId", grant.dataset.id.toString());
    body.put("purpose", grant.purpose);
    body.put("grantee", grant.grantee);
    body.put("endsAt", grant.endsAt.toString());
    log.append(by, AuditEvent.of(action, "grant", grant.id, body));
  }

  private GrantEntity find(UUID id) {
    GrantEntity grant = database.find(GrantEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (grant == null) {
      throw new Refusal.NotFound(Sentence.of("grant.none", id));
    }
    return grant;
  }
}
