package org.assay.onnx.runtime;

/// The model failed while it ran, or answered something that cannot be read.
public final class RunException extends ModelException {
  private static final long serialVersionUID = 1L;

  RunException(String message) {
    super(message);
  }

  RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
