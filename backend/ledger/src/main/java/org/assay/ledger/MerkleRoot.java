package org.assay.ledger;

import java.util.List;

/// The Merkle tree head of a list (RFC 6962, section 2.1; RFC 9162, section 2.1.1), by its
/// recursive definition.
public final class MerkleRoot {

  private MerkleRoot() {}

  /// The root over entries, hashed here as leaves. The root of the empty list is SHA-256 of
  /// nothing.
  public static byte[] ofEntries(List<byte[]> entries) {
    return ofLeafHashes(entries.stream().map(LeafHash::of).toList());
  }

  /// The root over 32-byte leaf hashes, in order.
  public static byte[] ofLeafHashes(List<byte[]> leafHashes) {
    if (leafHashes.isEmpty()) {
      return Sha256.of();
    }
    if (leafHashes.size() == 1) {
      return leafHashes.getFirst().clone();
    }
    int left = Integer.highestOneBit(leafHashes.size() - 1);
    return NodeHash.of(
        ofLeafHashes(leafHashes.subList(0, left)),
        ofLeafHashes(leafHashes.subList(left, leafHashes.size())));
  }
}
