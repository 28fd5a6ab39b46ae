package org.assay.attestation;

import java.util.List;

/// That an event is in the ledger: its leaf, where it stands, and the path from it to a signed
/// checkpoint.
///
/// Carried here as signed; checked by the ledger's own verifier.
///
/// @param leaf the event's canonical JSON, the bytes under the leaf hash
/// @param index the leaf's place, from 0
/// @param path the sibling hashes of RFC 6962's audit path, from the leaf up; the tree's size is in
///     the checkpoint
/// @param checkpoint the signed note (C2SP tlog-checkpoint)
public record LedgerProof(String leaf, long index, List<Digest> path, String checkpoint) {
  public LedgerProof {
    path = List.copyOf(path);
    if (index < 0) {
      throw new IllegalArgumentException("a leaf's place is not negative: " + index);
    }
  }
}
