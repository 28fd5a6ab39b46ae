package org.assay.server.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assay.api.reviews.ReviewState;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Finds reviews and what belongs to them; always within the caller's transaction.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReviewRecords {
  private static final List<ReviewState> LIVE = List.of(ReviewState.REQUESTED, ReviewState.OPEN);

  /// Open, without a stake, not voted yet: the database's own function says who has a stake.
  private static final String MINE =
      " from assay.review r where (cast(:state as text) is null or r.state = :state)"
          + " and r.state = 'OPEN' and assay.conflict_of_interest(r.id, :person) is null"
          + " and not exists"
          + " (select from assay.decision d where d.review_id = r.id and d.person = :person)";

  private static final String ALL =
      " from assay.review r where (cast(:state as text) is null or r.state = :state)";

  /// Undecided reviews first: the one due first at the top, then those that are not open yet; then
  /// the closed, the newest first.
  private static final String ORDER =
      " order by r.closed_at is not null, r.closed_at desc, r.due_at nulls last, r.requested_at,"
          + " r.id";

  /// Where votes stay apart: open, more than one approval needed, a vote there, none by the reader.
  private static final String VOTED_APART =
      "select cast(r.id as text) from assay.review r where r.state = 'OPEN' and r.required > 1"
          + " and exists (select from assay.decision d where d.review_id = r.id)"
          + " and not exists"
          + " (select from assay.decision d where d.review_id = r.id and d.person = :person)"
          + " and not (:watches and assay.conflict_of_interest(r.id, :person) is null)";

  private final EntityManager database;

  ReviewRecords(EntityManager database) {
    this.database = database;
  }

  /// A piece of a list of reviews.
  record Slice(List<ReviewEntity> items, long total) {
    Slice {
      items = List.copyOf(items);
    }
  }

  void add(Object entity) {
    database.persist(entity);
    database.flush();
  }

  void flush() {
    database.flush();
  }

  ReviewEntity get(UUID id, LockModeType lock) {
    ReviewEntity review = database.find(ReviewEntity.class, id, lock);
    if (review == null) {
      throw new Refusal.NotFound(Sentence.of("review.none", id));
    }
    return review;
  }

  /// The review of a version that is not closed, locked until the transaction ends.
  Optional<ReviewEntity> live(UUID versionId) {
    return database
        .createQuery(
            "from ReviewEntity where versionId = :version and state in :live", ReviewEntity.class)
        .setParameter("version", versionId)
        .setParameter("live", LIVE)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /// The approved review of a version, the newest if there were several.
  Optional<ReviewEntity> approved(UUID versionId) {
    return ofVersion(versionId).stream().filter(r -> r.state == ReviewState.APPROVED).findFirst();
  }

  /// The newest first.
  List<ReviewEntity> ofVersion(UUID versionId) {
    return database
        .createQuery(
            "from ReviewEntity where versionId = :version order by requestedAt desc",
            ReviewEntity.class)
        .setParameter("version", versionId)
        .getResultList();
  }

  /// @param voter only the reviews that this person may decide and has not; all when null
  Slice slice(@Nullable ReviewState state, @Nullable String voter, int page, int size) {
    String from = voter == null ? ALL : MINE;
    Query items = database.createNativeQuery("select r.*" + from + ORDER, ReviewEntity.class);
    Query total = database.createNativeQuery("select count(*)" + from, Long.class);
    for (Query query : List.of(items, total)) {
      query.setParameter("state", state == null ? null : state.name());
      if (voter != null) {
        query.setParameter("person", voter);
      }
    }
    items.setFirstResult(Math.multiplyExact(page, size)).setMaxResults(size);
    List<ReviewEntity> found =
        ((List<?>) items.getResultList()).stream().map(ReviewEntity.class::cast).toList();
    return new Slice(found, (Long) total.getSingleResult());
  }

  /// The votes on a review, the first first.
  List<DecisionEntity> votes(UUID reviewId) {
    return database
        .createQuery(
            "from DecisionEntity where reviewId = :review order by at", DecisionEntity.class)
        .setParameter("review", reviewId)
        .getResultList();
  }

  /// What was said about a review, the oldest first.
  List<CommentEntity> comments(UUID reviewId) {
    return database
        .createQuery(
            "from CommentEntity where reviewId = :review order by at, id", CommentEntity.class)
        .setParameter("review", reviewId)
        .getResultList();
  }

  /// The reviews whose votes this person must not know yet.
  ///
  /// @param watches whether they see votes where they have no stake
  Set<String> votedApart(String person, boolean watches) {
    return ((List<?>)
            database
                .createNativeQuery(VOTED_APART, String.class)
                .setParameter("person", person)
                .setParameter("watches", watches)
                .getResultList())
        .stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  /// Who owns the data that the version's plan names; absent when it has no plan.
  Optional<String> datasetOwner(UUID versionId) {
    return database
        .createNativeQuery(
            "select d.owner from assay.assessment_plan p"
                + " join assay.dataset d on d.id = p.dataset_id where p.version_id = :version",
            String.class)
        .setParameter("version", versionId)
        .getResultStream()
        .findFirst()
        .map(String.class::cast);
  }
}
