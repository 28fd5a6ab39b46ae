package org.assay.server.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.releases.ReleaseState;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Finds releases and counts the epoch; always within the caller's transaction.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReleaseRecords {
  private static final String MATCHING =
      """
       from assay.release r join assay.model m on m.id = r.model_id
       where (cast(:model as text) is null or m.name = :model)
         and (cast(:state as text) is null
              or case when r.state <> 'REVOKED' and r.expires_at <= :now
                      then 'EXPIRED' else r.state end
                 = :state)
      """;

  private final EntityManager database;

  ReleaseRecords(EntityManager database) {
    this.database = database;
  }

  /// A piece of the list of releases, the newest first.
  record Slice(List<ReleaseEntity> items, long total) {
    Slice {
      items = List.copyOf(items);
    }
  }

  /// Makes acts on releases serial: whoever holds the epoch acts, until the transaction ends.
  void lockEpoch() {
    database
        .createNativeQuery("select epoch from assay.release_epoch for update", Long.class)
        .getSingleResult();
  }

  /// The next epoch. A transaction that is rolled back gives it back.
  long nextEpoch() {
    database.createNativeQuery("update assay.release_epoch set epoch = epoch + 1").executeUpdate();
    return epoch();
  }

  long epoch() {
    return (Long)
        database
            .createNativeQuery("select epoch from assay.release_epoch", Long.class)
            .getSingleResult();
  }

  void add(ReleaseEntity release) {
    database.persist(release);
    database.flush();
  }

  void flush() {
    database.flush();
  }

  ReleaseEntity get(UUID id, LockModeType lock) {
    ReleaseEntity release = database.find(ReleaseEntity.class, id, lock);
    if (release == null) {
      throw new Refusal.NotFound(Sentence.of("release.none", id));
    }
    return release;
  }

  /// The release of a model that was not revoked, locked until the transaction ends; it may be
  /// suspended, or have expired.
  Optional<ReleaseEntity> unrevoked(UUID modelId) {
    return database
        .createQuery(
            "from ReleaseEntity where modelId = :model and state <> :revoked", ReleaseEntity.class)
        .setParameter("model", modelId)
        .setParameter("revoked", ReleaseState.REVOKED)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /// Every release that may answer at this moment.
  List<ReleaseEntity> live(Instant now) {
    return database
        .createQuery(
            "from ReleaseEntity where state = :live and expiresAt > :now order by releasedAt",
            ReleaseEntity.class)
        .setParameter("live", ReleaseState.LIVE)
        .setParameter("now", now)
        .getResultList();
  }

  Slice slice(
      @Nullable ReleaseState state, @Nullable String model, Instant now, int page, int size) {
    Query items =
        database.createNativeQuery(
            "select r.*" + MATCHING + " order by r.released_at desc, r.id", ReleaseEntity.class);
    Query total = database.createNativeQuery("select count(*)" + MATCHING, Long.class);
    for (Query query : List.of(items, total)) {
      query
          .setParameter("model", model)
          .setParameter("state", state == null ? null : state.name())
          .setParameter("now", now);
    }
    items.setFirstResult(Math.multiplyExact(page, size)).setMaxResults(size);
    List<ReleaseEntity> found =
        ((List<?>) items.getResultList()).stream().map(ReleaseEntity.class::cast).toList();
    return new Slice(found, (Long) total.getSingleResult());
  }
}
