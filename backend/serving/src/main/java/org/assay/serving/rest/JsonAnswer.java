package org.assay.serving.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;
import org.assay.serving.protocol.InferenceAnswer;
import org.assay.serving.protocol.InferenceRequest.Output;
import org.assay.serving.protocol.RawTensors;

/// The body of an answer.
///
/// @param jsonLength bytes of the JSON part; the rest is raw data
record JsonAnswer(byte[] bytes, int jsonLength) {

  boolean hasBinary() {
    return jsonLength < bytes.length;
  }

  /// @throws Refusal `MALFORMED` if an output holds what JSON cannot carry
  static JsonAnswer write(InferenceAnswer answer) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    List<ByteBuffer> parts = new ArrayList<>();
    try {
      try (JsonGenerator json = JsonRequest.JSON.createGenerator(body)) {
        write(json, answer, parts);
      }
      int jsonLength = body.size();
      try (WritableByteChannel channel = Channels.newChannel(body)) {
        for (ByteBuffer part : parts) {
          channel.write(part);
        }
      }
      return new JsonAnswer(body.toByteArray(), jsonLength);
    } catch (IOException e) {
      throw new UncheckedIOException("an answer in memory cannot be written", e);
    }
  }

  private static void write(JsonGenerator json, InferenceAnswer answer, List<ByteBuffer> parts)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("model_name", answer.release().modelName());
    json.writeStringField("model_version", answer.release().version());
    if (answer.request().id() != null) {
      json.writeStringField("id", answer.request().id());
    }
    json.writeArrayFieldStart("outputs");
    for (Output output : answer.request().outputs()) {
      Tensor tensor = answer.outputs().get(output.name());
      if (tensor == null) {
        throw new IllegalStateException("no tensor for output " + output.name());
      }
      write(json, output, tensor, parts);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(
      JsonGenerator json, Output output, Tensor tensor, List<ByteBuffer> parts) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", output.name());
    json.writeStringField("datatype", tensor.type().name());
    json.writeFieldName("shape");
    json.writeArray(tensor.shape(), 0, tensor.shape().length);
    if (output.binary()) {
      ByteBuffer raw = RawTensors.write(tensor);
      parts.add(raw);
      json.writeObjectFieldStart("parameters");
      json.writeNumberField("binary_data_size", raw.remaining());
      json.writeEndObject();
    } else {
      json.writeArrayFieldStart("data");
      writeData(json, output.name(), tensor);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeData(JsonGenerator json, String name, Tensor tensor) throws IOException {
    switch (tensor) {
      case Tensor.Texts texts -> {
        for (String text : texts.data()) {
          json.writeString(text);
        }
      }
      case Tensor.Numbers numbers -> {
        int width = numbers.type().width();
        for (int at = 0; at < numbers.data().limit(); at += width) {
          writeNumber(json, name, numbers.type(), numbers.data(), at);
        }
      }
    }
  }

  private static void writeNumber(
      JsonGenerator json, String name, ElementType type, ByteBuffer data, int at)
      throws IOException {
    switch (type) {
      case BOOL -> json.writeBoolean(data.get(at) != 0);
      case UINT8 -> json.writeNumber(Byte.toUnsignedInt(data.get(at)));
      case INT8 -> json.writeNumber(data.get(at));
      case INT16 -> json.writeNumber(data.getShort(at));
      case INT32 -> json.writeNumber(data.getInt(at));
      case INT64 -> json.writeNumber(data.getLong(at));
      case FP16 -> json.writeNumber(finite(name, Float.float16ToFloat(data.getShort(at))));
      case FP32 -> json.writeNumber(finite(name, data.getFloat(at)));
      case FP64 -> {
        double value = data.getDouble(at);
        if (!Double.isFinite(value)) {
          throw notJson(name, Double.toString(value));
        }
        json.writeNumber(value);
      }
      case BF16 -> throw notJson(name, "BF16");
      case BYTES -> throw new IllegalStateException("texts are no numbers");
    }
  }

  private static float finite(String name, float value) {
    if (!Float.isFinite(value)) {
      throw notJson(name, Float.toString(value));
    }
    return value;
  }

  private static Refusal notJson(String name, String what) {
    return Refusal.malformed(
        "output \""
            + name
            + "\" holds "
            + what
            + ", which JSON cannot carry: ask for it with the parameter binary_data, or by gRPC");
  }
}
