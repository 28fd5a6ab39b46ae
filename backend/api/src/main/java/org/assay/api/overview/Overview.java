package org.assay.api.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.releases.ReleaseState;
import org.jspecify.annotations.Nullable;

/// The figures of the first page, for one caller.
///
/// @param toDecide open reviews that the caller may decide and has not decided
/// @param overdue open reviews past their due date
/// @param live releases that may answer now
/// @param expiringSoon of these, those that end within 30 days
/// @param gateBlocked versions before approval whose newest gate verdict is `blocked`
/// @param withFindings versions before approval whose intake has findings that block or warn
/// @param grantsToDecide requests for grants that wait for the caller
/// @param versionsByStage how many versions stand at each stage; stages without any are left out
/// @param nextToExpire live and suspended releases, at most 10, the first to end at the top
public record Overview(
    long toDecide,
    long openReviews,
    long overdue,
    long live,
    long suspended,
    long expiringSoon,
    long gateBlocked,
    long withFindings,
    long jobsRunning,
    long jobsFailed,
    long grantsToDecide,
    Map<Stage, Long> versionsByStage,
    List<Released> nextToExpire,
    Instant at) {
  public Overview {
    versionsByStage = Map.copyOf(versionsByStage);
    nextToExpire = List.copyOf(nextToExpire);
  }

  /// A release and what it rests on.
  ///
  /// @param approvals how many people approved it
  /// @param auditedAt when its newest bias audit was made
  public record Released(
      UUID id,
      String model,
      int version,
      RiskTier riskTier,
      String owner,
      ReleaseState state,
      Stage stage,
      int approvals,
      @Nullable Instant auditedAt,
      Instant releasedAt,
      Instant expiresAt) {}
}
