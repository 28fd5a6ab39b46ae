package org.assay.worker;

import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a run gave, in words for people and in numbers to compare two runs by.
///
/// @param words shapes of the outputs and whether they hold NaN
/// @param digests one per output; equal outputs have equal ones
record OutputDigest(String words, List<Long> digests) {
  static OutputDigest of(OrtSession.Result outputs) throws OrtException {
    List<String> words = new ArrayList<>();
    List<Long> digests = new ArrayList<>();
    for (Map.Entry<String, OnnxValue> output : outputs) {
      switch (output.getValue()) {
        case OnnxTensor tensor -> {
          digests.add(digest(tensor));
          words.add(output.getKey() + " " + describe(tensor));
        }
        case OnnxSequence sequence -> {
          digests.add(digest(sequence));
          words.add(output.getKey() + " [" + sequence.getInfo().length + " maps]");
        }
        default -> words.add(output.getKey());
      }
    }
    return new OutputDigest("answered: " + String.join(", ", words), digests);
  }

  private static String describe(OnnxTensor tensor) {
    TensorInfo info = tensor.getInfo();
    String shape = Arrays.toString(info.getShape());
    return hasNotANumber(tensor) ? shape + " with NaN" : shape;
  }

  private static boolean hasNotANumber(OnnxTensor tensor) {
    return switch (tensor.getInfo().type) {
      case FLOAT -> {
        var values = tensor.getFloatBuffer();
        boolean found = false;
        while (values.hasRemaining()) {
          found |= Float.isNaN(values.get());
        }
        yield found;
      }
      case DOUBLE -> {
        var values = tensor.getDoubleBuffer();
        boolean found = false;
        while (values.hasRemaining()) {
          found |= Double.isNaN(values.get());
        }
        yield found;
      }
      default -> false;
    };
  }

  private static long digest(OnnxTensor tensor) throws OrtException {
    if (tensor.getInfo().type == ai.onnxruntime.OnnxJavaType.STRING) {
      return Arrays.deepHashCode(new Object[] {tensor.getValue()});
    }
    var bytes = tensor.getByteBuffer();
    long digest = 1;
    while (bytes.hasRemaining()) {
      digest = digest * 1_099_511_628_211L + bytes.get();
    }
    return digest;
  }

  private static long digest(OnnxSequence sequence) throws OrtException {
    long digest = 1;
    for (OnnxValue element : sequence.getValue()) {
      try (element) {
        digest = digest * 31 + String.valueOf(element.getValue()).hashCode();
      }
    }
    return digest;
  }
}
