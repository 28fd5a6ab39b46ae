package org.assay.server.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.ReviewView.DecisionView;
import org.assay.attestation.Digest;
import org.assay.ledger.CanonicalJson;
import org.assay.server.review.ApprovedReview.Approval;
import org.hibernate.annotations.Generated;

/// Never changed after it was made: the database refuses it.
@Entity
@Table(name = "decision")
class DecisionEntity {
  @Id UUID id;

  @Column(name = "review_id")
  UUID reviewId;

  String person;

  @Enumerated(EnumType.STRING)
  Decision decision;

  String reason;

  @Column(name = "evidence_digest")
  String evidenceDigest;

  /// The database's clock, whatever the application says.
  @Generated Instant at;

  DecisionView view() {
    return new DecisionView(person, decision, reason, evidenceDigest, at);
  }

  Approval approval() {
    return new Approval(person, at, digest());
  }

  /// SHA-256 over the canonical JSON of the decision.
  private String digest() {
    Map<String, String> values =
        Map.of(
            "review",
            reviewId.toString(),
            "person",
            person,
            "decision",
            decision.name(),
            "reason",
            reason,
            "evidenceDigest",
            evidenceDigest,
            "at",
            at.toString());
    return Digest.of(CanonicalJson.bytes(values)).hex();
  }
}
