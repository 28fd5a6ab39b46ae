package org.assay.server.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.reviews.CommentView;
import org.assay.api.reviews.ReviewState;
import org.assay.attestation.Digest;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.identity.Role;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// The discussion of a review. What was said stays, pinned to the evidence it was said about.
@ApplicationScoped
class Comments {
  private final ReviewRecords records;
  private final Versions versions;
  private final Gates gates;
  private final AuditLog log;

  Comments(ReviewRecords records, Versions versions, Gates gates, AuditLog log) {
    this.records = records;
    this.versions = versions;
    this.gates = gates;
    this.log = log;
  }

  /// The oldest first.
  @Transactional
  List<CommentView> of(UUID reviewId) {
    ReviewEntity review = records.get(reviewId, LockModeType.NONE);
    String present = present(review, versions.get(review.versionId));
    return records.comments(reviewId).stream().map(c -> c.view(present)).toList();
  }

  /// Says something. The record holds the comment's id and the digest of its text, not the text:
  /// the discussion is read where it belongs, and whoever doubts it compares the digest.
  @Transactional
  CommentView say(UUID reviewId, String text, Caller by) {
    ReviewEntity review = records.get(reviewId, LockModeType.PESSIMISTIC_WRITE);
    Version version = versions.get(review.versionId);
    requirePart(review, version, by);
    if (review.state != ReviewState.REQUESTED && review.state != ReviewState.OPEN) {
      throw new Refusal.Conflict(Sentence.of("review.closed", version.named(), review.state));
    }
    CommentEntity comment = new CommentEntity();
    comment.id = UUID.randomUUID();
    comment.reviewId = reviewId;
    comment.author = by.subject();
    comment.text = text;
    comment.evidenceDigest = review.evidenceDigest;
    records.add(comment);
    log.append(
        by,
        AuditEvent.of("review.commented", "review", review.id, body(comment))
            .on(version.model(), version.number()));
    return comment.view(present(review, version));
  }

  /// Owners of other models read along and do not speak.
  private static void requirePart(ReviewEntity review, Version version, Caller by) {
    boolean part =
        by.is(Role.REVIEWER)
            || by.is(Role.ADMIN)
            || by.is(Role.AUDITOR)
            || by.subject().equals(version.owner())
            || by.subject().equals(review.requester);
    if (!part) {
      throw new Refusal.Forbidden(
          Sentence.of("review.not-your-discussion", version.model(), version.owner()));
    }
  }

  /// The evidence about the version as it is now; none while the review has none.
  private @Nullable String present(ReviewEntity review, Version version) {
    return review.evidenceDigest == null ? null : gates.evidenceDigest(version);
  }

  private static Map<String, String> body(CommentEntity comment) {
    Map<String, String> body = new HashMap<>();
    body.put("comment", comment.id.toString());
    body.put("sha256", Digest.of(comment.text.getBytes(StandardCharsets.UTF_8)).hex());
    if (comment.evidenceDigest != null) {
      body.put("evidenceDigest", comment.evidenceDigest);
    }
    return body;
  }
}
