package org.assay.api.releases;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A release to sign.
///
/// @param consumers subjects that may call it; empty or absent: every caller with role consumer
/// @param purposes what it may be used for, as text that is signed
/// @param expiresAt when it stops by itself; a year from now when absent
/// @param ratePerMinute requests a minute for each caller; unlimited when absent
public record NewRelease(
    @Nullable List<String> consumers,
    @Nullable List<String> purposes,
    @Nullable Instant expiresAt,
    @Nullable @Min(1) @Max(10_000_000) Integer ratePerMinute) {}
