package org.assay.serving.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;
import org.assay.serving.protocol.ModelInputs;

/// Reads the `data` of one input: flat in row-major order, or nested exactly as its shape.
final class JsonTensor {
  private final JsonParser json;
  private final String name;
  private final long[] shape;
  private final JsonElements elements;

  private JsonTensor(JsonParser json, String name, long[] shape, JsonElements elements) {
    this.json = json;
    this.name = name;
    this.shape = shape;
    this.elements = elements;
  }

  /// @param json stands at the first token of the data
  /// @param bodyLength bytes of the request, each element taking at least two
  static Tensor read(JsonParser json, String name, ElementType type, long[] shape, int bodyLength)
      throws IOException {
    if (type == ElementType.BF16) {
      throw Refusal.malformed("input \"" + name + "\": BF16 is sent as binary data only");
    }
    int count = ModelInputs.elements(name, type, shape);
    if (count > bodyLength / 2 + 1) {
      throw miscounted(name, shape, "fewer");
    }
    JsonElements elements =
        type == ElementType.BYTES
            ? new JsonTexts(name, shape, count)
            : new JsonNumbers(name, type, shape, count);
    return new JsonTensor(json, name, shape, elements).read();
  }

  private Tensor read() throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      readArray(0, false);
    } else if (shape.length == 0) {
      add();
    } else {
      throw Refusal.malformed("input \"" + name + "\": data is an array");
    }
    if (!elements.isFull()) {
      throw miscounted(name, shape, Integer.toString(elements.count()));
    }
    return elements.finish();
  }

  /// Reads an array whose start was just read.
  private void readArray(int level, boolean nested) throws IOException {
    long count = 0;
    boolean leaf = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean array = json.currentToken() == JsonToken.START_ARRAY;
      if (count == 0) {
        leaf = !array;
      } else if (leaf == array) {
        throw misshapen();
      }
      if (array) {
        if (level >= shape.length - 1) {
          throw misshapen();
        }
        readArray(level + 1, true);
      } else {
        add();
      }
      count++;
    }
    requireLength(level, nested, leaf, count);
  }

  private void requireLength(int level, boolean nested, boolean leaf, long count) {
    boolean flat = !nested && leaf;
    boolean asShaped = level < shape.length && count == shape[level];
    boolean deepest = level == shape.length - 1 || count == 0;
    if (!flat && !(asShaped && (!leaf || deepest))) {
      throw misshapen();
    }
  }

  private void add() throws IOException {
    if (elements.isFull()) {
      throw miscounted(name, shape, "more");
    }
    elements.add(json);
  }

  private Refusal misshapen() {
    return Refusal.malformed(
        "input \""
            + name
            + "\": nested data must have the shape "
            + Arrays.toString(shape)
            + "; flat data is fine too");
  }

  private static Refusal miscounted(String name, long[] shape, String found) {
    long expected = Tensor.elements(shape);
    return Refusal.malformed(
        "input \""
            + name
            + "\": shape "
            + Arrays.toString(shape)
            + " has "
            + expected
            + " elements, data holds "
            + found);
  }
}
