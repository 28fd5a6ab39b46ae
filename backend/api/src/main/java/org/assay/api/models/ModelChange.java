package org.assay.api.models;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// What of a model may be changed: by its owner, while no version is under review or live.
public record ModelChange(@NotBlank @Size(max = 2000) String purpose, @NotNull RiskTier riskTier) {}
