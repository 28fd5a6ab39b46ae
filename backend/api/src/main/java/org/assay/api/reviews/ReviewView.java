package org.assay.api.reviews;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assay.api.models.RiskTier;
import org.jspecify.annotations.Nullable;

/// A review of one version.
///
/// @param requester who asked
/// @param reason why
/// @param required how many approvals by different people it takes
/// @param gateVerdict `open` or `blocked`, once the gate was decided
/// @param evidenceDigest what is decided about
/// @param dueAt when it should be decided, by the model's risk tier; absent until it is open
/// @param claimedBy who reads it now, if somebody said so
/// @param votes how many people have voted
/// @param decisions the votes that the caller may see: while it takes more than one approval and
///     the review is open, a reviewer who can still vote sees none of the others'
/// @param blockedBecause why the caller cannot decide, in a sentence; absent when they can
/// @param approvalBlockedBecause why the caller cannot approve (they may still reject)
public record ReviewView(
    UUID id,
    String model,
    int version,
    String versionDigest,
    RiskTier riskTier,
    ReviewState state,
    String requester,
    String reason,
    int required,
    @Nullable String gateVerdict,
    @Nullable String evidenceDigest,
    Instant requestedAt,
    @Nullable Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable Instant dueAt,
    @Nullable String claimedBy,
    @Nullable Instant claimedAt,
    int votes,
    List<DecisionView> decisions,
    @Nullable String blockedBecause,
    @Nullable String approvalBlockedBecause) {
  public ReviewView {
    decisions = List.copyOf(decisions);
  }

  public record DecisionView(
      String person, Decision decision, String reason, String evidenceDigest, Instant at) {}
}
