package org.assay.api.datasets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// A dataset to begin; its content is uploaded next. The caller becomes its owner.
public record NewDataset(
    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,63}", message = "{org.assay.name}") String name,
    @NotBlank @Size(max = 4000) String description) {}
