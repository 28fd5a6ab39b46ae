package org.assay.api.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Stops a release for good.
public record Revocation(@NotBlank @Size(max = 4000) String reason) {}
