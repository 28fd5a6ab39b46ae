package org.assay.api.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Lets a suspended release answer again.
public record Resumption(@NotBlank @Size(max = 4000) String reason) {}
