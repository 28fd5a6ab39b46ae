package org.assay.attestation;

import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/// One digest over all files of a model, as OpenSSF Model Signing v1.0 computes a statement's
/// subject digest.
///
/// It is SHA-256 over the files' raw 32-byte SHA-256 digests in a row, the files sorted by name
/// (names are ASCII, so by byte). No names and no lengths are mixed in. Hence it fixes every file's
/// bytes and their order, but a renaming that keeps the order keeps the digest: whoever checks
/// files must also compare names, as [ReleaseVerifier] does against the signed subjects.
public final class FileSetDigest {

  private FileSetDigest() {}

  /// The digest of files, given as name to digest. At least one file; every name as [FileName]
  /// allows.
  public static Digest of(Map<String, Digest> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a model has at least one file");
    }
    MessageDigest digest = Digest.sha256();
    new TreeMap<>(files)
        .forEach(
            (name, file) -> {
              FileName.require(name);
              digest.update(file.bytes());
            });
    return Digest.ofHash(digest.digest());
  }
}
