package org.assay.worker.protocol;

import java.io.IOException;

/// The other side sent what is no frame, or one out of turn.
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  public ProtocolException(String message) {
    super(message);
  }
}
