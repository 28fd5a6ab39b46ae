package org.assay.api.models;

/// A file of a version.
///
/// @param name its name in the version, `[A-Za-z0-9._-]{1,128}`
/// @param sha256 64 lower-case hexadecimal digits
/// @param size bytes
public record FileView(String name, String sha256, long size) {}
