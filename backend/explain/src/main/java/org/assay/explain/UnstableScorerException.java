package org.assay.explain;

/// The scorer gave another score when it was asked for the same row again.
public final class UnstableScorerException extends ExplanationException {
  private static final long serialVersionUID = 1L;

  UnstableScorerException(String message) {
    super(message);
  }
}
