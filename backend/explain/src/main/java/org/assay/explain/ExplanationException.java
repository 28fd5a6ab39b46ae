package org.assay.explain;

/// A refusal to explain: what was computed would not describe the scorer.
public abstract sealed class ExplanationException extends RuntimeException
    permits ScoringException, AdditivityException, UnstableScorerException {
  private static final long serialVersionUID = 1L;

  ExplanationException(String message) {
    super(message);
  }

  ExplanationException(String message, Throwable cause) {
    super(message, cause);
  }
}
