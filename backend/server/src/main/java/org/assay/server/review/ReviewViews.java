package org.assay.server.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.server.identity.Caller;
import org.assay.server.policy.GateDecision;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;
import org.assay.server.web.ReaderLanguage;
import org.assay.server.web.Refusal;
import org.jspecify.annotations.Nullable;

/// Puts together what belongs to a review, and shows it to a caller.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReviewViews {
  private final ReviewRecords records;
  private final Versions versions;
  private final Gates gates;
  private final ReaderLanguage reader;

  ReviewViews(ReviewRecords records, Versions versions, Gates gates, ReaderLanguage reader) {
    this.records = records;
    this.versions = versions;
    this.gates = gates;
    this.reader = reader;
  }

  Ballot ballot(ReviewEntity review) {
    return ballot(review, versions.get(review.versionId));
  }

  private Ballot ballot(ReviewEntity review, Version version) {
    return new Ballot(
        version.named(),
        review.state,
        review.requester,
        version.author(),
        version.owner(),
        records.datasetOwner(review.versionId).orElse(null),
        review.evidenceDigest,
        gate(review),
        review.required,
        records.votes(review.id).stream().map(DecisionEntity::view).toList());
  }

  ReviewView view(ReviewEntity review, Caller caller) {
    Version version = versions.get(review.versionId);
    Ballot ballot = ballot(review, version);
    GateDecision gate = ballot.gate();
    return new ReviewView(
        review.id,
        version.model(),
        version.number(),
        version.sealedDigest(),
        version.riskTier(),
        review.state,
        review.requester,
        review.reason,
        review.required,
        gate == null ? null : gate.view().verdict(),
        review.evidenceDigest,
        review.requestedAt,
        review.openedAt,
        review.closedAt,
        review.dueAt,
        review.claimedBy,
        review.claimedAt,
        ballot.votes().size(),
        ballot.votesShownTo(caller),
        sentence(ballot.against(caller)),
        sentence(ballot.againstApproval()));
  }

  /// What the gate said: of a review that was opened, the result it is bound to; before that, the
  /// newest.
  private @Nullable GateDecision gate(ReviewEntity review) {
    if (review.gateId != null) {
      return gates.decision(review.gateId, review.versionId).orElse(null);
    }
    return review.state == ReviewState.REQUESTED
        ? gates.decision(review.versionId).orElse(null)
        : null;
  }

  private @Nullable String sentence(Optional<Refusal> refusal) {
    return refusal.map(r -> r.detail().in(reader.get())).orElse(null);
  }

  List<ReviewView> views(List<ReviewEntity> reviews, Caller caller) {
    return reviews.stream().map(r -> view(r, caller)).toList();
  }
}
