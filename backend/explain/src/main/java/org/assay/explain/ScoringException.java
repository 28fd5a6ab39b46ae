package org.assay.explain;

/// The scorer failed, or gave back something that is not one finite score per row.
public final class ScoringException extends ExplanationException {
  private static final long serialVersionUID = 1L;

  public ScoringException(String message) {
    super(message);
  }

  /// For scorers that wrap a runtime's own exception.
  public ScoringException(String message, Throwable cause) {
    super(message, cause);
  }
}
