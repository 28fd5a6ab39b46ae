package org.assay.api.datasets;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A grant, or the request for one.
///
/// @param grantee who may read
/// @param masks the mask of every column
public record GrantView(
    UUID id,
    UUID datasetId,
    String dataset,
    String purpose,
    String reason,
    String grantee,
    Map<String, Mask> masks,
    GrantState state,
    Instant requestedAt,
    Instant endsAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason) {}
