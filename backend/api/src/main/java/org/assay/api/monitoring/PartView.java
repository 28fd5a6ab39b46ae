package org.assay.api.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A part of Assay, and whether it answers.
///
/// @param name `server`, `database`, `files`, `jobs`, `keycloak`, `serving` or `signing-key`
/// @param detail what was found, in a sentence
/// @param version what runs there, where it says so
public record PartView(
    String name, PartState state, String detail, @Nullable String version, Instant checkedAt) {}
