package org.assay.devstack;

import org.jspecify.annotations.Nullable;

/// The stack cannot do what it was asked; the message says what, why and what to do, for people.
public final class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackException(String message) {
    this(message, null);
  }

  public StackException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
