package org.assay.onnx.runtime;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.assay.onnx.mapping.OutputChoice;

/// Reads one score per row out of what a model answers: the score itself, or 1 where the label is
/// the favourable one and 0 elsewhere.
final class OutputReader {
  private final OutputChoice choice;

  OutputReader(OutputChoice choice) {
    this.choice = choice;
  }

  /// @param rows how many the model was given
  float[] read(OnnxValue value, int rows) throws OrtException {
    return switch (choice) {
      case OutputChoice.Score score -> scores(value, rows, score.index());
      case OutputChoice.Label label -> labels(value, rows, label.favourable());
    };
  }

  private float[] scores(OnnxValue value, int rows, int index) throws OrtException {
    return switch (value) {
      case OnnxTensor tensor -> column(tensor, rows, index);
      case OnnxSequence sequence -> mapped(sequence, rows, index);
      default -> throw unreadable("is neither a tensor nor a sequence of maps");
    };
  }

  private float[] column(OnnxTensor tensor, int rows, int index) throws OrtException {
    int width = width(tensor, rows);
    if (index >= width) {
      throw new MappingException(
          "output-index",
          "the output \"%s\" has %d columns and is to be read at index %d, counted from 0"
              .formatted(choice.name(), width, index),
          "Give an index from 0 to %d.".formatted(width - 1));
    }
    double[] all = numbers(tensor);
    float[] scores = new float[rows];
    for (int row = 0; row < rows; row++) {
      scores[row] = (float) all[row * width + index];
    }
    return scores;
  }

  private int width(OnnxTensor tensor, int rows) {
    long[] shape = tensor.getInfo().getShape();
    boolean rowed = shape.length >= 1 && shape[0] == rows;
    long width = shape.length == 1 ? 1 : shape.length == 2 ? shape[1] : 0;
    if (!rowed || width < 1 || width > Integer.MAX_VALUE) {
      throw unreadable(
          "has the shape %s for %d rows, where [%d] or [%d, k] is read"
              .formatted(Arrays.toString(shape), rows, rows, rows));
    }
    return (int) width;
  }

  private double[] numbers(OnnxTensor tensor) {
    double[] numbers = new double[Math.toIntExact(tensor.getInfo().getNumElements())];
    switch (tensor.getInfo().type) {
      case FLOAT -> {
        var buffer = tensor.getFloatBuffer();
        Arrays.setAll(numbers, buffer::get);
      }
      case DOUBLE -> tensor.getDoubleBuffer().get(numbers);
      case INT64 -> {
        var buffer = tensor.getLongBuffer();
        Arrays.setAll(numbers, buffer::get);
      }
      case INT32 -> {
        var buffer = tensor.getIntBuffer();
        Arrays.setAll(numbers, buffer::get);
      }
      default -> throw unreadable("holds " + tensor.getInfo().type + " and not numbers");
    }
    return numbers;
  }

  private float[] mapped(OnnxSequence sequence, int rows, int index) throws OrtException {
    float[] scores = new float[rows];
    int row = 0;
    for (OnnxValue element : sequence.getValue()) {
      try (element) {
        if (row >= rows || !(element instanceof OnnxMap map)) {
          throw unreadable("is no sequence of one map per row");
        }
        scores[row++] = at(map.getValue(), index);
      }
    }
    if (row < rows) {
      throw unreadable("has %d maps for %d rows".formatted(row, rows));
    }
    return scores;
  }

  private float at(Map<?, ?> map, int index) {
    TreeMap<Object, Object> sorted = new TreeMap<>(map);
    if (index >= sorted.size()) {
      throw new MappingException(
          "output-index",
          "the output \"%s\" has the classes %s and is to be read at index %d, counted from 0"
              .formatted(choice.name(), sorted.keySet(), index),
          "Give an index from 0 to %d.".formatted(sorted.size() - 1));
    }
    Object value = sorted.values().stream().skip(index).findFirst().orElseThrow();
    if (value instanceof Number number) {
      return number.floatValue();
    }
    throw unreadable("maps its classes to " + value.getClass().getSimpleName());
  }

  private float[] labels(OnnxValue value, int rows, String favourable) throws OrtException {
    if (!(value instanceof OnnxTensor tensor)) {
      throw unreadable("is not a tensor of labels");
    }
    if (width(tensor, rows) != 1) {
      throw unreadable("has several columns, where one label per row is read");
    }
    float[] scores = new float[rows];
    switch (tensor.getInfo().type) {
      case STRING -> {
        String[] texts = flat(tensor.getValue());
        for (int row = 0; row < rows; row++) {
          scores[row] = texts[row].equals(favourable) ? 1 : 0;
        }
      }
      case BOOL -> {
        var bytes = tensor.getByteBuffer();
        boolean wanted = favourable.equals("true") || favourable.equals("1");
        for (int row = 0; row < rows; row++) {
          scores[row] = bytes.get(row) != 0 == wanted ? 1 : 0;
        }
      }
      default -> {
        double wanted = number(favourable);
        double[] numbers = numbers(tensor);
        for (int row = 0; row < rows; row++) {
          scores[row] = numbers[row] == wanted ? 1 : 0;
        }
      }
    }
    return scores;
  }

  private static String[] flat(Object value) {
    return value instanceof String[][] columns
        ? Arrays.stream(columns).map(row -> row[0]).toArray(String[]::new)
        : (String[]) value;
  }

  private double number(String favourable) {
    try {
      return Double.parseDouble(favourable);
    } catch (NumberFormatException e) {
      throw new MappingException(
          "favourable-label",
          "the output \"%s\" gives numbers and \"%s\" is none".formatted(choice.name(), favourable),
          "Name the favourable label as the number that the model gives.");
    }
  }

  private RunException unreadable(String what) {
    return new RunException("the output \"" + choice.name() + "\" " + what);
  }
}
