package org.assay.serving.releases;

/// A release was not loaded. The message says why.
final class NotLoadedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  private NotLoadedException(String message, boolean passing, Throwable cause) {
    super(message, cause);
    this.passing = passing;
  }

  /// The release itself is not acceptable.
  static NotLoadedException refused(String message, Throwable cause) {
    return new NotLoadedException(message, false, cause);
  }

  /// It could not be fetched now.
  static NotLoadedException unreachable(String message, Throwable cause) {
    return new NotLoadedException(message, true, cause);
  }

  /// Whether it may pass by itself.
  boolean passing() {
    return passing;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
