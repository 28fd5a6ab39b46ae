package org.assay.api.models;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/// A version to begin. Without a card, the one of the version before is taken over.
public record NewVersion(@Nullable @Valid Card card) {}
