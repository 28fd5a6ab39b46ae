package org.assay.api.releases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A signed release of a version.
///
/// @param keyId which key signed it: SHA-256 of the public key
/// @param epoch grows with every release, suspension, resumption and revocation; the newer wins
/// @param suspendedBy who stopped it for now, while it is suspended
public record ReleaseView(
    UUID id,
    String model,
    int version,
    String digest,
    ReleaseState state,
    String releasedBy,
    Instant releasedAt,
    Instant expiresAt,
    List<String> consumers,
    List<String> purposes,
    @Nullable Integer ratePerMinute,
    String keyId,
    long epoch,
    @Nullable String suspendedBy,
    @Nullable Instant suspendedAt,
    @Nullable String suspensionReason,
    @Nullable String revokedBy,
    @Nullable Instant revokedAt,
    @Nullable String revocationReason) {
  public ReleaseView {
    consumers = List.copyOf(consumers);
    purposes = List.copyOf(purposes);
  }
}
