package org.assay.explain;

/// The values of a row do not add up to the scorer's own output for it.
public final class AdditivityException extends ExplanationException {
  private static final long serialVersionUID = 1L;

  AdditivityException(String message) {
    super(message);
  }
}
