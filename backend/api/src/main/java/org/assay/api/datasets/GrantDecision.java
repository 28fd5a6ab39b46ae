package org.assay.api.datasets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// The dataset owner's answer to a request.
public record GrantDecision(boolean approve, @NotBlank @Size(max = 4000) String reason) {}
