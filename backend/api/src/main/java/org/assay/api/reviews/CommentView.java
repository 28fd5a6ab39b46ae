package org.assay.api.reviews;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contribution to a review's discussion.
///
/// @param evidenceDigest the evidence it was said about; absent while there was none
/// @param stale whether the evidence has changed since
public record CommentView(
    UUID id,
    String author,
    String text,
    @Nullable String evidenceDigest,
    boolean stale,
    Instant at) {}
