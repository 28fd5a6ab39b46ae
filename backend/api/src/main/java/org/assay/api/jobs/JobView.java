package org.assay.api.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A piece of long work.
///
/// @param kind what it does, such as `assess-version`
/// @param subjectId the thing it works on
/// @param progress 0 to 1
/// @param message what it is doing, or why it failed, in a sentence
/// @param attempts how often it was started
public record JobView(
    UUID id,
    String kind,
    String subjectId,
    JobState state,
    double progress,
    @Nullable String message,
    int attempts,
    String requestedBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {}
