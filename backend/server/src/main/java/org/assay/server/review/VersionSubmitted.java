package org.assay.server.review;

import java.util.UUID;

/// A version was submitted for review.
public record VersionSubmitted(UUID versionId, String by) {}
