package org.assay.onnx.runtime;

/// The engine would not load or run a model, or the model does not fit what it is asked for.
public abstract sealed class ModelException extends RuntimeException
    permits LoadException, RunException, DeadlineException, MappingException {
  private static final long serialVersionUID = 1L;

  ModelException(String message) {
    super(message);
  }

  ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
