package org.assay.server.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.assay.api.reviews.ReviewState;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "review")
class ReviewEntity {
  @Id UUID id;

  @Column(name = "version_id")
  UUID versionId;

  String requester;
  String reason;
  int required;

  @Enumerated(EnumType.STRING)
  ReviewState state;

  @Column(name = "gate_id")
  @Nullable UUID gateId;

  @Column(name = "evidence_digest")
  @Nullable String evidenceDigest;

  @Column(name = "requested_at")
  Instant requestedAt;

  @Column(name = "opened_at")
  @Nullable Instant openedAt;

  @Column(name = "closed_at")
  @Nullable Instant closedAt;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column(name = "claimed_by")
  @Nullable String claimedBy;

  @Column(name = "claimed_at")
  @Nullable Instant claimedAt;

  @jakarta.persistence.Version int revision;

  void close(ReviewState how) {
    state = how;
    closedAt = Instant.now();
    unclaim();
  }

  void claim(String person) {
    claimedBy = person;
    claimedAt = Instant.now();
  }

  void unclaim() {
    claimedBy = null;
    claimedAt = null;
  }
}
