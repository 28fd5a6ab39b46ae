package org.assay.onnx.runtime;

import java.time.Duration;

/// A run was ended because it took longer than its deadline.
public final class DeadlineException extends ModelException {
  private static final long serialVersionUID = 1L;

  DeadlineException(Duration deadline) {
    super(
        "the run was ended after %d ms, its deadline: use smaller batches or a simpler model"
            .formatted(deadline.toMillis()));
  }
}
