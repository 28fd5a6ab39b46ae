package org.assay.attestation;

/// Something that was signed, or claims to be, was not accepted. The message says what was wrong
/// with what.
public final class VerificationException extends Exception {

  private static final long serialVersionUID = 1L;

  /// Why, for programs.
  public enum Reason {
    /// Larger than the limit; not read at all.
    TOO_LARGE,
    /// Not the strict form expected.
    MALFORMED,
    /// The envelope is for another kind of payload.
    WRONG_PAYLOAD_TYPE,
    /// No signature at all.
    UNSIGNED,
    /// No signature by a trusted key.
    UNKNOWN_KEY,
    /// A trusted key's signature does not fit the payload.
    BAD_SIGNATURE,
    /// A genuine statement about something else.
    WRONG_PREDICATE,
    /// A subject is listed twice.
    DUPLICATE_SUBJECT,
    /// A file name breaks the rule of [FileName].
    INVALID_NAME,
    /// Signed parts contradict each other.
    INCONSISTENT,
    /// Signed for a time after now.
    NOT_YET_VALID,
    /// The release has expired.
    EXPIRED,
    /// A file that is not part of the release.
    UNLISTED_FILE,
    /// A file of the release is not there.
    MISSING_FILE,
    /// A file's bytes are not the released ones.
    DIGEST_MISMATCH
  }

  private final Reason reason;

  VerificationException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// Why, for programs.
  public Reason reason() {
    return reason;
  }
}
