package org.assay.onnx.runtime;

/// ONNX Runtime did not open a model or did not finish a run.
public final class RunFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why, for programs.
  public enum Reason {
    /// The model is not what this process can run.
    UNSUPPORTED_MODEL,
    /// The runtime found the inputs to be wrong.
    INVALID_INPUT,
    /// A [Cancellation] stopped it.
    CANCELLED,
    /// Anything else.
    FAILED
  }

  private final Reason reason;

  RunFailedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  RunFailedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
