package org.assay.onnx.runtime;

/// The engine refused to load the model.
public final class LoadException extends ModelException {
  private static final long serialVersionUID = 1L;

  LoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
