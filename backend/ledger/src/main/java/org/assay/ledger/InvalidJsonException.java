package org.assay.ledger;

/// A text is not strict JSON, or a value has no canonical JSON; the message says which rule it
/// breaks and where.
public final class InvalidJsonException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidJsonException(String message) {
    super(message);
  }
}
