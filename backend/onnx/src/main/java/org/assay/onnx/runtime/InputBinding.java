package org.assay.onnx.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;

/// Fills one input of the model from features.
///
/// @param features per element of the tensor's second dimension, the feature that feeds it
/// @param names of those features
/// @param dictionaries of those features; empty lists unless the input takes strings
record InputBinding(
    TensorPort port, List<Integer> features, List<String> names, List<List<String>> dictionaries) {
  InputBinding {
    features = List.copyOf(features);
    names = List.copyOf(names);
    dictionaries = List.copyOf(dictionaries);
  }

  OnnxTensor tensor(OrtEnvironment environment, FeatureRows rows, int from, int to)
      throws OrtException {
    int count = to - from;
    long[] shape =
        port.shape().size() == 1 ? new long[] {count} : new long[] {count, features.size()};
    return switch (port.kind()) {
      case FLOAT32 -> OnnxTensor.createTensor(environment, floats(rows, from, to), shape);
      case FLOAT64 -> OnnxTensor.createTensor(environment, doubles(rows, from, to), shape);
      case INT32 -> OnnxTensor.createTensor(environment, ints(rows, from, to), shape);
      case INT64 -> OnnxTensor.createTensor(environment, longs(rows, from, to), shape);
      case STRING -> OnnxTensor.createTensor(environment, texts(rows, from, to), shape);
      case BOOL, MAPS, OTHER ->
          throw new IllegalStateException("an input of kind " + port.kind() + " was bound");
    };
  }

  private FloatBuffer floats(FeatureRows rows, int from, int to) {
    FloatBuffer buffer = direct(to - from, Float.BYTES).asFloatBuffer();
    for (int row = from; row < to; row++) {
      for (int feature : features) {
        buffer.put((float) rows.at(row, feature));
      }
    }
    return buffer.flip();
  }

  private DoubleBuffer doubles(FeatureRows rows, int from, int to) {
    DoubleBuffer buffer = direct(to - from, Double.BYTES).asDoubleBuffer();
    for (int row = from; row < to; row++) {
      for (int feature : features) {
        buffer.put(rows.at(row, feature));
      }
    }
    return buffer.flip();
  }

  private IntBuffer ints(FeatureRows rows, int from, int to) {
    IntBuffer buffer = direct(to - from, Integer.BYTES).asIntBuffer();
    for (int row = from; row < to; row++) {
      for (int i = 0; i < features.size(); i++) {
        buffer.put(Math.toIntExact(whole(rows, row, i)));
      }
    }
    return buffer.flip();
  }

  private LongBuffer longs(FeatureRows rows, int from, int to) {
    LongBuffer buffer = direct(to - from, Long.BYTES).asLongBuffer();
    for (int row = from; row < to; row++) {
      for (int i = 0; i < features.size(); i++) {
        buffer.put(whole(rows, row, i));
      }
    }
    return buffer.flip();
  }

  private String[] texts(FeatureRows rows, int from, int to) {
    String[] texts = new String[(to - from) * features.size()];
    int next = 0;
    for (int row = from; row < to; row++) {
      for (int i = 0; i < features.size(); i++) {
        double code = rows.at(row, features.get(i));
        texts[next++] = Double.isNaN(code) ? "" : dictionaries.get(i).get((int) code);
      }
    }
    return texts;
  }

  private long whole(FeatureRows rows, int row, int position) {
    double value = rows.at(row, features.get(position));
    if (Double.isNaN(value) || value != Math.rint(value) || Math.abs(value) > 1L << 53) {
      throw new MappingException(
          "not-a-whole-number",
          "column \"%s\", row %d holds %s, and the model's input \"%s\" takes whole numbers"
              .formatted(
                  names.get(position), row, Double.isNaN(value) ? "no value" : value, port.name()),
          "Give the column whole numbers in every row, or feed it to an input of floats.");
    }
    return (long) value;
  }

  private ByteBuffer direct(int rows, int size) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(rows * features.size(), size))
        .order(ByteOrder.nativeOrder());
  }
}
