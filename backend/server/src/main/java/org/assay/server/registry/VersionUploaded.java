package org.assay.server.registry;

import java.util.UUID;

/// The files of a version are complete and sealed.
public record VersionUploaded(UUID versionId, String by) {}
