package org.assay.api.datasets;

import org.jspecify.annotations.Nullable;

/// What a mask does to a made-up value.
///
/// @param example a made-up value of the column's type
/// @param masked what a reader would get instead
public record MaskExample(String column, Mask mask, String example, @Nullable String masked) {}
