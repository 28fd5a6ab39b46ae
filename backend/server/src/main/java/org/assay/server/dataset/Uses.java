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
import org.assay.server.web.Sentence;

/// Decides whether somebody may use a dataset for a purpose now, and says exactly why not.
@ApplicationScoped
class Uses {
  /// The act of reading rows, as the record calls it.
  static final String READ = "dataset.read";

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
          Sentence.of("grant.own-rows", by.subject(), dataset.name),
          Sentence.of("grant.own-rows.remedy"));
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
          Sentence.of("grant.ended-meanwhile", permit.dataset(), permit.purpose()),
          Sentence.of("grant.ended-meanwhile.remedy"));
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
    log.append(by, AuditEvent.of(READ, "dataset", permit.datasetId(), body));
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
                    Sentence.of("grant.ask", dataset.owner, dataset.name)));
  }

  private static Stream<GrantEntity> live(List<GrantEntity> grants, Instant now) {
    return grants.stream().filter(g -> g.stateAt(now) == GrantState.APPROVED);
  }

  private static Sentence because(
      DatasetEntity dataset, String purpose, List<GrantEntity> grants, String person, Instant now) {
    Optional<GrantEntity> newest =
        grants.stream().filter(g -> g.purpose.equals(purpose)).findFirst();
    if (newest.isPresent()) {
      return standing(dataset, newest.get(), now);
    }
    List<String> others = live(grants, now).map(g -> g.purpose).distinct().sorted().toList();
    return others.isEmpty()
        ? Sentence.of("grant.nothing", person, dataset.name, purpose)
        : Sentence.of("grant.other-purpose", person, dataset.name, joined(others), purpose);
  }

  private static Sentence joined(List<String> purposes) {
    return purposes.stream()
        .map(Sentence::verbatim)
        .reduce((all, next) -> Sentence.of("grant.and", all, next))
        .orElseThrow();
  }

  private static Sentence standing(DatasetEntity dataset, GrantEntity grant, Instant now) {
    String person = grant.grantee;
    String purpose = grant.purpose;
    return switch (grant.stateAt(now)) {
      case REQUESTED -> Sentence.of("grant.undecided", person, dataset.name, purpose);
      case REFUSED ->
          Sentence.of("grant.refused", person, dataset.name, purpose, grant.decisionReason);
      case REVOKED -> Sentence.of("grant.revoked", person, dataset.name, purpose);
      case EXPIRED -> Sentence.of("grant.expired", person, dataset.name, purpose, grant.endsAt);
      case APPROVED -> throw new IllegalStateException("a live grant refuses nothing");
    };
  }
}
