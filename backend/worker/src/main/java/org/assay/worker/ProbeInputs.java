package org.assay.worker;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.onnx.runtime.TensorPort;

/// Inputs made up for one probe run, the same each time.
///
/// @param rows size of the first dimension where the model leaves it open; other open dimensions
///     are 8
record ProbeInputs(String name, int rows, Filling filling) {
  private static final long SEED = 1;
  private static final int OPEN = 8;
  private static final int MOST_ELEMENTS = 1 << 26;

  /// What tensors of floating point are filled with.
  enum Filling {
    MIXED,
    NAN,
    INFINITY
  }

  static List<TensorPort> unfed(List<TensorPort> ports) {
    return ports.stream()
        .filter(port -> port.kind() == TensorPort.Kind.OTHER || port.kind() == TensorPort.Kind.MAPS)
        .toList();
  }

  OnnxTensor tensor(OrtEnvironment environment, TensorPort port) throws OrtException {
    long[] shape = shape(port);
    int count = count(shape);
    SplittableRandom random = new SplittableRandom(SEED);
    return switch (port.kind()) {
      case FLOAT32 ->
          OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats(count, random)), shape);
      case FLOAT64 ->
          OnnxTensor.createTensor(environment, DoubleBuffer.wrap(doubles(count, random)), shape);
      case INT32 ->
          OnnxTensor.createTensor(
              environment, IntBuffer.wrap(random.ints(count, 0, 2).toArray()), shape);
      case INT64 ->
          OnnxTensor.createTensor(
              environment, LongBuffer.wrap(random.longs(count, 0, 2).toArray()), shape);
      case BOOL ->
          OnnxTensor.createTensor(
              environment, ByteBuffer.allocateDirect(count), shape, OnnxJavaType.BOOL);
      case STRING -> OnnxTensor.createTensor(environment, texts(count), shape);
      case MAPS, OTHER -> throw new IllegalStateException("no input is made for " + port);
    };
  }

  private long[] shape(TensorPort port) {
    long[] shape = port.shape().stream().mapToLong(Long::longValue).toArray();
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] < 0) {
        shape[i] = i == 0 ? rows : OPEN;
      }
    }
    return shape;
  }

  private static int count(long[] shape) throws OrtException {
    long count = 1;
    for (long dimension : shape) {
      count *= dimension;
      if (count > MOST_ELEMENTS) {
        throw new OrtException(
            "an input of shape " + Arrays.toString(shape) + " is too large to be probed");
      }
    }
    return (int) count;
  }

  private float[] floats(int count, SplittableRandom random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) value(random);
    }
    return values;
  }

  private double[] doubles(int count, SplittableRandom random) {
    return random.doubles(count).map(_ -> value(random)).toArray();
  }

  private double value(SplittableRandom random) {
    return switch (filling) {
      case MIXED -> random.nextDouble() * 2 - 1;
      case NAN -> Double.NaN;
      case INFINITY -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    };
  }

  private static String[] texts(int count) {
    String[] texts = new String[count];
    Arrays.fill(texts, "a");
    return texts;
  }
}
