package org.assay.server.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assay.api.releases.ReleaseFeed;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.server.registry.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "release")
class ReleaseEntity {
  @Id UUID id;

  @Column(name = "version_id")
  UUID versionId;

  @Column(name = "model_id")
  UUID modelId;

  @Column(name = "review_id")
  UUID reviewId;

  /// LIVE, SUSPENDED or REVOKED; that it expired is told by the clock.
  @Enumerated(EnumType.STRING)
  ReleaseState state;

  String digest;
  String bundle;

  @Column(name = "key_id")
  String keyId;

  @Column(name = "released_by")
  String releasedBy;

  @Column(name = "released_at")
  Instant releasedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> consumers;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> purposes;

  @Column(name = "rate_per_minute")
  @Nullable Integer ratePerMinute;

  /// Of the last change: the release, a suspension, a resumption, the revocation.
  long epoch;

  @Column(name = "suspended_by")
  @Nullable String suspendedBy;

  @Column(name = "suspended_at")
  @Nullable Instant suspendedAt;

  @Column(name = "suspension_reason")
  @Nullable String suspensionReason;

  @Column(name = "revoked_by")
  @Nullable String revokedBy;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  @Column(name = "revocation_reason")
  @Nullable String revocationReason;

  @jakarta.persistence.Version int revision;

  ReleaseState stateAt(Instant now) {
    return state != ReleaseState.REVOKED && !now.isBefore(expiresAt) ? ReleaseState.EXPIRED : state;
  }

  void suspend(String by, String reason, Instant at, long newEpoch) {
    state = ReleaseState.SUSPENDED;
    suspendedBy = by;
    suspendedAt = at;
    suspensionReason = reason;
    epoch = newEpoch;
  }

  void resume(long newEpoch) {
    state = ReleaseState.LIVE;
    forgetSuspension();
    epoch = newEpoch;
  }

  void revoke(String by, String reason, Instant at, long newEpoch) {
    state = ReleaseState.REVOKED;
    revokedBy = by;
    revokedAt = at;
    revocationReason = reason;
    forgetSuspension();
    epoch = newEpoch;
  }

  /// The record keeps it.
  private void forgetSuspension() {
    suspendedBy = null;
    suspendedAt = null;
    suspensionReason = null;
  }

  ReleaseFeed.Live live(Version version) {
    return new ReleaseFeed.Live(id, version.model(), version.number(), digest, expiresAt);
  }

  ReleaseView view(Version version, Instant now) {
    return new ReleaseView(
        id,
        version.model(),
        version.number(),
        digest,
        stateAt(now),
        releasedBy,
        releasedAt,
        expiresAt,
        Terms.named(consumers),
        purposes,
        ratePerMinute,
        keyId,
        epoch,
        suspendedBy,
        suspendedAt,
        suspensionReason,
        revokedBy,
        revokedAt,
        revocationReason);
  }
}
