package org.assay.serving.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.onnx.runtime.Cancellation;
import org.assay.onnx.runtime.RunFailedException;
import org.assay.onnx.runtime.Tensor;
import org.assay.onnx.runtime.TensorSession;
import org.assay.onnx.runtime.TensorSignature;

/// A model in memory that can be retired: from then on no run begins, and its memory is freed when
/// the last one has ended.
public final class LoadedModel {
  private final TensorSession session;
  private int running;
  private boolean retired;

  LoadedModel(TensorSession session) {
    this.session = session;
  }

  public List<TensorSignature> inputs() {
    return session.inputs();
  }

  public List<TensorSignature> outputs() {
    return session.outputs();
  }

  /// Lets no further run begin.
  public void retire() {
    synchronized (this) {
      if (retired) {
        return;
      }
      retired = true;
      if (running > 0) {
        return;
      }
    }
    session.close();
  }

  public synchronized boolean isRetired() {
    return retired;
  }

  /// One run on the calling thread.
  ///
  /// @throws RetiredException if the model was retired before
  Map<String, Tensor> run(
      Map<String, Tensor> inputs, Set<String> outputs, Cancellation cancellation)
      throws RunFailedException {
    enter();
    try {
      return session.run(inputs, outputs, cancellation);
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    if (retired) {
      throw new RetiredException();
    }
    running++;
  }

  private void leave() {
    synchronized (this) {
      running--;
      if (!retired || running > 0) {
        return;
      }
    }
    session.close();
  }
}
