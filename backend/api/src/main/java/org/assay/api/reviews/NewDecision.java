package org.assay.api.reviews;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A reviewer's decision.
///
/// @param reason mandatory
/// @param evidenceDigest the digest of the evidence that was on the screen; refused with 409 when
///     the evidence has changed since; may be left out
public record NewDecision(
    @NotNull Decision decision,
    @NotBlank @Size(max = 4000) String reason,
    @Nullable String evidenceDigest) {}
