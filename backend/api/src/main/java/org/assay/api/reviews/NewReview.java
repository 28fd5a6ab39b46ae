package org.assay.api.reviews;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A request for review.
///
/// @param reason why the version should go live; reviewers read it beside the buttons
public record NewReview(@NotBlank @Size(max = 4000) String reason) {}
