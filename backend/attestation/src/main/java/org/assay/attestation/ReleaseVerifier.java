package org.assay.attestation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.assay.attestation.VerificationException.Reason;

/// The gate in front of serving: from a bundle's text to claims that may be relied on, or a reason
/// why not.
public final class ReleaseVerifier {

  /// How far the signer's clock may be ahead of ours.
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private ReleaseVerifier() {}

  /// Checks, in this order: form and size, signature by a trusted key, statement and claims, file
  /// names, that the model's digest fits the files, that the model signature is trusted and about
  /// the same model and files, and that `now` lies between signing and expiry. Files' bytes, the
  /// ledger proof and revocation are for the caller: [VerifiedRelease].
  public static VerifiedRelease verify(String bundleJson, TrustedKeys keys, Instant now)
      throws VerificationException {
    ReleaseBundle bundle = ReleaseBundle.parse(bundleJson);
    Statement statement = keys.verify(bundle.release(), Statement.PAYLOAD_TYPE);
    if (!statement.predicateType().equals(ReleaseClaims.PREDICATE_TYPE)) {
      throw new VerificationException(
          Reason.WRONG_PREDICATE,
          "the statement is a "
              + statement.predicateType()
              + ", expected "
              + ReleaseClaims.PREDICATE_TYPE);
    }
    VerifiedRelease release =
        new VerifiedRelease(ClaimsJson.read(statement.predicateNode()), files(statement));
    requireOneModel(release, ModelSignature.verify(bundle.modelSignature(), keys));
    release.requireValidAt(now);
    return release;
  }

  private static Map<String, Digest> files(Statement statement) throws VerificationException {
    Map<String, Digest> files = new TreeMap<>();
    for (Statement.Subject subject : statement.subjects()) {
      if (!FileName.isValid(subject.name())) {
        throw new VerificationException(
            Reason.INVALID_NAME,
            "file name \"" + subject.name() + "\" is not allowed in a release");
      }
      files.put(subject.name(), subject.digest());
    }
    return files;
  }

  private static void requireOneModel(VerifiedRelease release, ModelSignature signature)
      throws VerificationException {
    ReleaseClaims claims = release.claims();
    Digest digest = FileSetDigest.of(release.files());
    if (!digest.equals(claims.modelDigest())) {
      throw new VerificationException(
          Reason.INCONSISTENT,
          "release "
              + claims.releaseId()
              + " claims "
              + claims.modelDigest()
              + ", its files are "
              + digest);
    }
    if (!signature.model().equals(claims.model()) || !signature.files().equals(release.files())) {
      throw new VerificationException(
          Reason.INCONSISTENT,
          "release "
              + claims.releaseId()
              + " of "
              + claims.model()
              + " carries the signature of another model or file set");
    }
  }
}
