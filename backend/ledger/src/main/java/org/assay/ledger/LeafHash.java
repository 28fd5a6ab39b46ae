package org.assay.ledger;

/// The hash of one entry of the log (RFC 6962 and RFC 9162, section 2.1.1): SHA-256(0x00 || entry).
///
/// The prefix keeps leaves and nodes apart, so that no inner node can pass for an entry.
public final class LeafHash {

  private LeafHash() {}

  /// The 32-byte leaf hash of `entry`.
  public static byte[] of(byte[] entry) {
    return Sha256.of(new byte[] {0x00}, entry);
  }
}
