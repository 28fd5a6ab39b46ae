package org.assay.attestation;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.attestation.VerificationException.Reason;

/// A release whose signatures held. Only [ReleaseVerifier] makes one.
public final class VerifiedRelease {

  private final ReleaseClaims claims;
  private final Map<String, Digest> files;

  VerifiedRelease(ReleaseClaims claims, Map<String, Digest> files) {
    this.claims = claims;
    this.files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /// What was signed.
  public ReleaseClaims claims() {
    return claims;
  }

  /// Every file of the release, name to digest, by name.
  public Map<String, Digest> files() {
    return files;
  }

  /// Passes if the release has a file of this name and its bytes had this digest.
  public void checkFile(String name, Digest digest) throws VerificationException {
    Digest signed = files.get(name);
    if (signed == null) {
      throw new VerificationException(
          Reason.UNLISTED_FILE,
          "file \"" + name + "\" is not part of release " + claims.releaseId());
    }
    if (!signed.equals(digest)) {
      throw new VerificationException(
          Reason.DIGEST_MISMATCH,
          "file \"" + name + "\" has " + digest + ", released was " + signed);
    }
  }

  /// Passes if these are exactly the release's files: none changed, none more, none missing.
  public void checkFiles(Map<String, Digest> found) throws VerificationException {
    for (Map.Entry<String, Digest> file : new TreeMap<>(found).entrySet()) {
      checkFile(file.getKey(), file.getValue());
    }
    Set<String> missing = new TreeSet<>(files.keySet());
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      throw new VerificationException(
          Reason.MISSING_FILE, "release " + claims.releaseId() + " misses " + missing);
    }
  }

  /// Passes if `now` lies in the release's time; to be asked again while it is being served.
  public void requireValidAt(Instant now) throws VerificationException {
    if (claims.signedAt().isAfter(now.plus(ReleaseVerifier.CLOCK_TOLERANCE))) {
      throw new VerificationException(
          Reason.NOT_YET_VALID,
          "release "
              + claims.releaseId()
              + " was signed at "
              + claims.signedAt()
              + ", after now ("
              + now
              + "): check the clocks");
    }
    Instant expiresAt = claims.conditions().expiresAt();
    if (expiresAt != null && !now.isBefore(expiresAt)) {
      throw new VerificationException(
          Reason.EXPIRED, "release " + claims.releaseId() + " expired at " + expiresAt);
    }
  }
}
