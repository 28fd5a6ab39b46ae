package org.assay.api.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Stops a release for now.
public record Suspension(@NotBlank @Size(max = 4000) String reason) {}
