package org.assay.api.models;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A registered model.
///
/// @param latestVersion number of its newest version, absent while it has none
/// @param latestStage the newest version's stage
/// @param liveVersion number of the version that is released now, if one is
public record ModelView(
    UUID id,
    String name,
    String purpose,
    String owner,
    RiskTier riskTier,
    Instant createdAt,
    @Nullable Integer latestVersion,
    @Nullable Stage latestStage,
    @Nullable Integer liveVersion) {}
