package org.assay.migrations;

import org.jspecify.annotations.Nullable;

/// A database was not brought up to date; the message says why, for people.
public final class MigrationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MigrationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
