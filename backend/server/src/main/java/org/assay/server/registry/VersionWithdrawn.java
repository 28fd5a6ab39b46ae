package org.assay.server.registry;

import java.util.UUID;

/// A version was taken out of the line by its owner.
public record VersionWithdrawn(UUID versionId, String by) {}
