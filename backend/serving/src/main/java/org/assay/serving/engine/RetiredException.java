package org.assay.serving.engine;

/// A run was asked of a model that had been retired.
public final class RetiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RetiredException() {
    super("the model was retired");
  }
}
