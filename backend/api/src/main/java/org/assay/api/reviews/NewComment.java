package org.assay.api.reviews;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Something to say about a review.
public record NewComment(@NotBlank @Size(max = 4000) String text) {}
