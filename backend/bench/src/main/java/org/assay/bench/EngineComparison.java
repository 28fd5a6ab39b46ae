package org.assay.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.onnx.runtime.MappedScorer;
import org.assay.onnx.runtime.OnnxModel;

/// The mapped scorer beside ONNX Runtime itself on an input tensor that is made once: what mapping,
/// copying, the deadline and reading the output cost.
final class EngineComparison implements Comparison {
  private final DemoCase demo = DemoCase.read();
  private final OnnxModel model = demo.open();
  private final MappedScorer scorer = demo.scorer(model);
  private final SessionOptions options = new SessionOptions();
  private final OrtSession session;
  private final OnnxTensor tensor;
  private final float[][] rows;

  EngineComparison(int batch) {
    rows = new float[batch][];
    Arrays.setAll(rows, i -> demo.rows()[i % demo.rows().length]);
    try {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = model.environment().createSession(demo.model(), options);
      tensor =
          OnnxTensor.createTensor(
              model.environment(), direct(rows), new long[] {batch, rows[0].length});
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not take the demo's model", e);
    }
  }

  @Override
  public String title() {
    return "the demo's logistic model on ONNX Runtime, %,d rows a call, one thread"
        .formatted(rows.length);
  }

  @Override
  public List<Load> loads() {
    return List.of(
        new Load("ONNX Runtime alone, input made once (limit)", "row", rows.length, this::engine),
        new Load("MappedScorer.score", "row", rows.length, () -> scorer.score(rows)[0]));
  }

  @Override
  public void close() {
    tensor.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not close the demo's model", e);
    }
    options.close();
    model.close();
  }

  private double engine() {
    try (OrtSession.Result result =
        session.run(
            Map.of(demo.mapping().inputs().getFirst().input(), tensor),
            Set.of(demo.mapping().output().name()))) {
      return result.size();
    } catch (OrtException e) {
      throw new IllegalStateException("the demo's model failed", e);
    }
  }

  private static FloatBuffer direct(float[][] rows) {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(rows.length * rows[0].length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (float[] row : rows) {
      buffer.put(row);
    }
    return buffer.flip();
  }
}
