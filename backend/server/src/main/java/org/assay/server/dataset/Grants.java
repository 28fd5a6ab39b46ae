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
import org.assay.api.datasets.GrantDecision;
import org.assay.api.datasets.GrantState;
import org.assay.api.datasets.GrantView;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.NewGrant;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;

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
    Map<String, Mask> masks = masks(dataset, asked);
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

  @Transactional
  GrantView decide(UUID id, GrantDecision decision, Caller by) {
    GrantEntity grant = find(id);
    requireDecider(grant, by);
    Instant now = Instant.now();
    if (grant.state != GrantState.REQUESTED) {
      throw new Refusal.Conflict(
          "%s's request is %s and is not decided again."
              .formatted(grant.grantee, grant.stateAt(now)),
          "Revoke an approved grant, or have it asked for anew.");
    }
    if (decision.approve() && !grant.endsAt.isAfter(now)) {
      throw new Refusal.Conflict(
          "The time asked for ended on " + grant.endsAt + ".", "Have it asked for anew.");
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
          "Only %s, who has the grant, and %s, who owns %s, can end it."
              .formatted(grant.grantee, grant.dataset.owner, grant.dataset.name));
    }
    Instant now = Instant.now();
    if (grant.state == GrantState.REVOKED || grant.state == GrantState.REFUSED) {
      throw new Refusal.Conflict("The grant is " + grant.state + ": there is nothing to end.");
    }
    grant.state = GrantState.REVOKED;
    record(by, "grant.revoked", grant, Map.of());
    return grant.view(now);
  }

  private static void requireOther(DatasetEntity dataset, Caller by) {
    if (dataset.owner.equals(by.subject())) {
      throw new Refusal.Forbidden(
          ProblemType.CONFLICT_OF_INTEREST,
          "%s owns %s, and nobody grants to themselves.".formatted(by.subject(), dataset.name),
          "Assessments of your models may use your own dataset without a grant; its rows are the"
              + " file you uploaded.");
    }
  }

  private static void requireDecider(GrantEntity grant, Caller by) {
    if (grant.grantee.equals(by.subject())) {
      throw new Refusal.Forbidden(
          ProblemType.CONFLICT_OF_INTEREST,
          by.subject() + " asked for this grant and cannot decide on it.",
          grant.dataset.owner + ", who owns " + grant.dataset.name + ", decides.");
    }
    if (!grant.dataset.owner.equals(by.subject())) {
      throw new Refusal.Forbidden(
          "Only %s, who owns %s, decides on its grants."
              .formatted(grant.dataset.owner, grant.dataset.name));
    }
  }

  private static void requireFuture(GrantEntity grant) {
    if (!grant.endsAt.isAfter(grant.requestedAt)) {
      throw new Refusal.Invalid("The end of the grant is in the past.", "Name a later end.");
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
          "%s has asked to read %s for %s already, and %s has not decided yet."
              .formatted(by.subject(), dataset.name, purpose, dataset.owner),
          "Wait for the decision, or end the request and ask anew.");
    }
  }

  /// All columns in the file's order: the mask asked for, else the usual one of its sensitivity.
  private static Map<String, Mask> masks(DatasetEntity dataset, NewGrant asked) {
    Map<String, Mask> wishes = asked.masks() == null ? Map.of() : asked.masks();
    Map<String, Mask> masks = new LinkedHashMap<>();
    dataset.columns.forEach(c -> masks.put(c.name(), Masking.usual(c.sensitivity())));
    Stored.requireKnown(dataset, wishes.keySet());
    wishes.forEach(
        (column, mask) -> {
          if (mask == null) {
            throw new Refusal.Invalid(
                "Column " + column + " has no mask.", "Name a mask or leave the column out.");
          }
          masks.put(column, mask);
        });
    return masks;
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
      throw new Refusal.NotFound("There is no grant with the id " + id + ".");
    }
    return grant;
  }
}
