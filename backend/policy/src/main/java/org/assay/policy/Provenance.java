package org.assay.policy;

import org.jspecify.annotations.Nullable;

/// Where a pack's rules come from.
///
/// @param jurisdiction such as `EU`; null when the pack belongs to none
/// @param cite the source's name and section
/// @param status what is known about the source's force, such as "in force"; null when nothing
///     needs saying
/// @param notice what a reader must know before relying on the pack
public record Provenance(
    @Nullable String jurisdiction, String cite, @Nullable String status, Text notice) {}
