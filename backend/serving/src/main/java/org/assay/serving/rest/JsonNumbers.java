package org.assay.serving.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;

/// Fills a tensor of fixed width from JSON values, one after another.
final class JsonNumbers implements JsonElements {
  private final String name;
  private final ElementType type;
  private final long[] shape;
  private final ByteBuffer data;

  JsonNumbers(String name, ElementType type, long[] shape, int elements) {
    this.name = name;
    this.type = type;
    this.shape = shape;
    this.data = ByteBuffer.allocateDirect(elements * type.width()).order(ByteOrder.nativeOrder());
  }

  @Override
  public boolean isFull() {
    return !data.hasRemaining();
  }

  @Override
  public int count() {
    return data.position() / type.width();
  }

  @Override
  public void add(JsonParser json) throws IOException {
    switch (type) {
      case BOOL -> data.put((byte) (truth(json) ? 1 : 0));
      case UINT8 -> data.put((byte) whole(json, 0, 255));
      case INT8 -> data.put((byte) whole(json, Byte.MIN_VALUE, Byte.MAX_VALUE));
      case INT16 -> data.putShort((short) whole(json, Short.MIN_VALUE, Short.MAX_VALUE));
      case INT32 -> data.putInt((int) whole(json, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case INT64 -> data.putLong(whole(json, Long.MIN_VALUE, Long.MAX_VALUE));
      case FP16 -> data.putShort(half(json));
      case FP32 -> data.putFloat(single(json));
      case FP64 -> data.putDouble(finite(json, number(json).getDoubleValue()));
      case BF16, BYTES -> throw new IllegalStateException(type + " is no JSON number");
    }
  }

  private boolean truth(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw wrong(json, "true or false");
    };
  }

  private long whole(JsonParser json, long least, long most) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw wrong(json, "a whole number");
    }
    boolean fits = json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    long value = fits ? json.getLongValue() : 0;
    if (!fits || value < least || value > most) {
      throw wrong(json, "between " + least + " and " + most);
    }
    return value;
  }

  private short half(JsonParser json) throws IOException {
    short bits = Float.floatToFloat16(single(json));
    finite(json, Float.float16ToFloat(bits));
    return bits;
  }

  private float single(JsonParser json) throws IOException {
    float value = number(json).getFloatValue();
    finite(json, value);
    return value;
  }

  private JsonParser number(JsonParser json) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw wrong(json, "a number");
    }
    return json;
  }

  private double finite(JsonParser json, double value) throws IOException {
    if (!Double.isFinite(value)) {
      throw wrong(json, "within its range");
    }
    return value;
  }

  private Refusal wrong(JsonParser json, String rule) throws IOException {
    String text = json.getText();
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return Refusal.malformed(
        "input \""
            + name
            + "\": an element of "
            + type
            + " is "
            + rule
            + ", element "
            + count()
            + " is "
            + shown);
  }

  @Override
  public Tensor finish() {
    return new Tensor.Numbers(type, shape, data.flip());
  }
}
