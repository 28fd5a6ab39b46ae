package org.assay.ledger;

/// The hash of an inner node of the log (RFC 6962 and RFC 9162, section 2.1.1): SHA-256(0x01 ||
/// left || right).
public final class NodeHash {

  private NodeHash() {}

  /// The 32-byte hash of the node over two 32-byte hashes. Any other length is an
  /// `IllegalArgumentException`.
  public static byte[] of(byte[] left, byte[] right) {
    if (left.length != Sha256.LENGTH || right.length != Sha256.LENGTH) {
      throw new IllegalArgumentException(
          "a node joins two hashes of 32 bytes, not of " + left.length + " and " + right.length);
    }
    return Sha256.of(new byte[] {0x01}, left, right);
  }
}
