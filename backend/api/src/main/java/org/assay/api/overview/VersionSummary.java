package org.assay.api.overview;

import java.time.Instant;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.jspecify.annotations.Nullable;

/// A version in a list.
///
/// @param gateVerdict `open` or `blocked`, once the gate was decided
/// @param blockedControls how many controls of its gate block it
/// @param findings how many findings of its intake block or warn
/// @param auditedAt when its newest bias audit was made
public record VersionSummary(
    String model,
    int number,
    Stage stage,
    RiskTier riskTier,
    String owner,
    String author,
    @Nullable String digest,
    @Nullable String gateVerdict,
    int blockedControls,
    int findings,
    @Nullable Instant auditedAt,
    Instant createdAt) {}
