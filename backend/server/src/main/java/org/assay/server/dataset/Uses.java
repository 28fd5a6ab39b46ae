package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assay.api.datasets.GrantState;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;

/// Decides whether somebody may use a dataset for a purpose now, and says exactly why not.
@ApplicationScoped
class Uses {
  private final EntityManager database;
  private final AuditLog log;

  Uses(EntityManager database, AuditLog log) {
    this.database = database;
    this.log = log;
  }

  /// Takes what the caller's newest live grant for the purpose allows.
  ///
  /// @throws Refusal.Forbidden `NO_GRANT`, to the owner too: nobody grants to themselves
  /// @throws Refusal.Conflict while the columns are not confirmed
  @Transactional
  Permit permit(UUID datasetId, String purpose, Caller by) {
    DatasetEntity dataset = Stored.dataset(database, datasetId, LockModeType.NONE);
    Stored.requireConfirmed(dataset);
    if (dataset.owner.equals(by.subject())) {
      throw new Refusal.Forbidden(
          ProblemType.NO_GRANT,
          "%s owns %s and has no grant to read it: nobody grants to themselves."
              .formatted(by.subject(), dataset.name),
          "Its rows are the file you uploaded; here others read it, masked, under a grant.");
    }
    GrantEntity grant = liveGrant(dataset, purpose, by.subject());
    return new Permit(
        grant.id,
        dataset.id,
        dataset.name,
        grant.purpose,
        Stored.sha256(dataset),
        Stored.format(dataset),
        Stored.fields(dataset),
        grant.masks,
        Stored.rows(dataset));
  }

  /// Puts a read on the record, if the grant is still live: held until the transaction ends, so
  /// that no revocation slips in between.
  ///
  /// @param rows how many are about to be shown
  @Transactional
  void record(Permit permit, long offset, int rows, Caller by) {
    GrantEntity grant =
        database.find(GrantEntity.class, permit.grantId(), LockModeType.PESSIMISTIC_READ);
    if (grant == null || grant.stateAt(Instant.now()) != GrantState.APPROVED) {
      throw new Refusal.Forbidden(
          ProblemType.NO_GRANT,
          "The grant to read %s for %s ended while it was read."
              .formatted(permit.dataset(), permit.purpose()),
          "Ask for a new grant.");
    }
    Map<String, Object> body =
        Map.of(
            "grantId",
            permit.grantId().toString(),
            "dataset",
            permit.dataset(),
            "purpose",
            permit.purpose(),
            "sha256",
            permit.sha256(),
            "columns",
            permit.fields().stream().map(TableSource.Field::name).toList(),
            "masks",
            permit.masks(),
            "offset",
            offset,
            "rows",
            rows);
    log.append(by, AuditEvent.of("dataset.read", "dataset", permit.datasetId(), body));
  }

  /// The newest grant that is live at this moment, within the caller's transaction.
  ///
  /// @throws Refusal.Forbidden `NO_GRANT`
  GrantEntity liveGrant(DatasetEntity dataset, String purpose, String person) {
    List<GrantEntity> grants =
        database
            .createQuery(
                "from GrantEntity where dataset = :dataset and grantee = :grantee"
                    + " order by requestedAt desc, id",
                GrantEntity.class)
            .setParameter("dataset", dataset)
            .setParameter("grantee", person)
            .getResultList();
    Instant now = Instant.now();
    return live(grants, now)
        .filter(g -> g.purpose.equals(purpose))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Forbidden(
                    ProblemType.NO_GRANT,
                    because(dataset, purpose, grants, person, now),
                    "Ask for a grant; %s, who owns %s, decides."
                        .formatted(dataset.owner, dataset.name)));
  }

  private static Stream<GrantEntity> live(List<GrantEntity> grants, Instant now) {
    return grants.stream().filter(g -> g.stateAt(now) == GrantState.APPROVED);
  }

  private static String because(
      DatasetEntity dataset, String purpose, List<GrantEntity> grants, String person, Instant now) {
    Optional<GrantEntity> newest =
        grants.stream().filter(g -> g.purpose.equals(purpose)).findFirst();
    if (newest.isPresent()) {
      return standing(dataset, newest.get(), now);
    }
    List<String> others = live(grants, now).map(g -> g.purpose).distinct().sorted().toList();
    return others.isEmpty()
        ? "%s has no grant to read %s for %s.".formatted(person, dataset.name, purpose)
        : "%s's grant on %s is for %s, not for %s."
            .formatted(person, dataset.name, String.join(" and ", others), purpose);
  }

  private static String standing(DatasetEntity dataset, GrantEntity grant, Instant now) {
    String what = "to read %s for %s ".formatted(dataset.name, grant.purpose);
    String request = grant.grantee + "'s request " + what;
    String had = grant.grantee + "'s grant " + what;
    return switch (grant.stateAt(now)) {
      case REQUESTED -> request + "has not been decided yet.";
      case REFUSED -> request + "was refused: " + grant.decisionReason;
      case REVOKED -> had + "was revoked.";
      case EXPIRED -> had + "expired on " + grant.endsAt + ".";
      case APPROVED -> throw new IllegalStateException("a live grant refuses nothing");
    };
  }
}
