package org.assay.attestation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the house says when it releases a version: the predicate of the signed statement.
///
/// @param releaseId the release's id
/// @param model the model's name
/// @param version the model's version, from 1
/// @param modelDigest [FileSetDigest] over the version's files
/// @param decisionDigests of the reviewers' decisions
/// @param policyResultDigest of the policy gate's report
/// @param ledger that the release is in the ledger; null where the house runs without one
/// @param conditions who may use it, for what, how long, how often
/// @param inputContract what a caller sends, as a JSON object (maps, lists, strings, numbers,
///     booleans, nulls)
/// @param epoch the revocation epoch at signing; a later revocation carries a larger one
/// @param signedAt when it was signed
public record ReleaseClaims(
    String releaseId,
    String model,
    int version,
    Digest modelDigest,
    List<Digest> decisionDigests,
    Digest policyResultDigest,
    @Nullable LedgerProof ledger,
    Conditions conditions,
    Map<String, @Nullable Object> inputContract,
    long epoch,
    Instant signedAt) {

  /// The predicate type: a tag URI (RFC 4151), which promises no web page.
  public static final String PREDICATE_TYPE = "tag:assay,2026:release/v1";

  public ReleaseClaims {
    decisionDigests = List.copyOf(decisionDigests);
    inputContract = Collections.unmodifiableMap(new LinkedHashMap<>(inputContract));
    if (releaseId.isBlank() || model.isBlank()) {
      throw new IllegalArgumentException("a release names its id and its model");
    }
    if (version < 1) {
      throw new IllegalArgumentException("a version counts from 1, not " + version);
    }
    if (epoch < 0) {
      throw new IllegalArgumentException("an epoch is not negative: " + epoch);
    }
  }
}
