package org.assay.server.files;

/// Bytes in the store, named by what they are.
///
/// @param sha256 64 lower-case hexadecimal digits
/// @param size bytes
public record StoredFile(String sha256, long size) {
  public StoredFile {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
    }
    if (size < 0) {
      throw new IllegalArgumentException("a negative size: " + size);
    }
  }
}
