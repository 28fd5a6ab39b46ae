package org.assay.api.models;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// A model to register. The caller becomes its owner.
///
/// @param name lower-case letters, digits and hyphens, 2 to 64, starting with a letter; never
// changes
/// @param purpose what decisions it is for, in a sentence or two
public record NewModel(
    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,63}", message = "{org.assay.name}") String name,
    @NotBlank @Size(max = 2000) String purpose,
    @NotNull RiskTier riskTier) {}
