package org.assay.server.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.reviews.ReviewView;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;

/// Who reads a review now, so that colleagues see it. A claim keeps nobody from deciding.
@ApplicationScoped
class Claims {
  private final ReviewRecords records;
  private final ReviewViews views;
  private final Versions versions;
  private final AuditLog log;

  Claims(ReviewRecords records, ReviewViews views, Versions versions, AuditLog log) {
    this.records = records;
    this.views = views;
    this.versions = versions;
    this.log = log;
  }

  /// Takes a review on, from whoever holds it. Claiming what one holds changes nothing.
  @Transactional
  ReviewView claim(UUID id, Caller by) {
    ReviewEntity review = records.get(id, LockModeType.PESSIMISTIC_WRITE);
    Optional<Refusal> refusal = views.ballot(review).against(by);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    if (!by.subject().equals(review.claimedBy)) {
      Map<String, String> body =
          review.claimedBy == null ? Map.of() : Map.of("takenOverFrom", review.claimedBy);
      review.claim(by.subject());
      record(by, "review.claimed", review, body);
    }
    return views.view(review, by);
  }

  /// Gives a review back to the team.
  @Transactional
  ReviewView unclaim(UUID id, Caller by) {
    ReviewEntity review = records.get(id, LockModeType.PESSIMISTIC_WRITE);
    String title = versions.get(review.versionId).title();
    if (review.claimedBy == null) {
      throw new Refusal.Conflict("Nobody has claimed the review of " + title + ".");
    }
    if (!by.subject().equals(review.claimedBy)) {
      throw new Refusal.Forbidden(
          ProblemType.FORBIDDEN,
          "The review of %s is claimed by %s, who alone gives it back."
              .formatted(title, review.claimedBy),
          "Claim it yourself to take it over.");
    }
    review.unclaim();
    record(by, "review.unclaimed", review, Map.of());
    return views.view(review, by);
  }

  private void record(Caller by, String action, ReviewEntity review, Map<String, ?> body) {
    records.flush();
    Version version = versions.get(review.versionId);
    log.append(
        by, AuditEvent.of(action, "review", review.id, body).on(version.model(), version.number()));
  }
}
