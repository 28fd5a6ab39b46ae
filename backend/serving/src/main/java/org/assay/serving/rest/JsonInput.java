package org.assay.serving.rest;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;
import org.assay.serving.protocol.ModelInputs;
import org.assay.serving.protocol.RawTensors;
import org.jspecify.annotations.Nullable;

/// One input of a request. Its data is read where it stands when name, datatype and shape came
/// before it; otherwise it is skipped and read afterwards.
final class JsonInput {
  private final Body body;
  private final ModelInputs inputs;
  private @Nullable String name;
  private @Nullable String datatype;
  private long @Nullable [] shape;
  private long binarySize = -1;
  private long skippedAt = -1;
  private @Nullable Tensor tensor;

  private JsonInput(Body body, ModelInputs inputs) {
    this.body = body;
    this.inputs = inputs;
  }

  /// @param json stands at the start of the input's object
  static void read(JsonParser json, Body body, ModelInputs inputs, BinaryParts binary)
      throws IOException {
    JsonInput input = new JsonInput(body, inputs);
    JsonFields.fields(json, field -> input.readField(json, field));
    input.finish(binary);
  }

  private void readField(JsonParser json, String field) throws IOException {
    switch (field) {
      case "name" -> name = JsonFields.text(json, "name of an input");
      case "datatype" -> datatype = JsonFields.text(json, "datatype");
      case "shape" -> shape = JsonFields.shape(json);
      case "parameters" -> JsonFields.eachField(json, field, p -> readParameter(json, p));
      case "data" -> readData(json);
      default -> json.skipChildren();
    }
  }

  private void readParameter(JsonParser json, String parameter) throws IOException {
    if (parameter.equals("binary_data_size")) {
      binarySize = JsonFields.count(json, parameter);
    } else {
      json.skipChildren();
    }
  }

  private void readData(JsonParser json) throws IOException {
    if (name != null && datatype != null && shape != null) {
      ElementType type = inputs.declare(name, datatype, shape);
      tensor = JsonTensor.read(json, name, type, shape, body.jsonLength());
    } else {
      skippedAt = json.currentTokenLocation().getByteOffset();
      json.skipChildren();
    }
  }

  private void finish(BinaryParts binary) throws IOException {
    if (name == null) {
      throw Refusal.malformed("an input has no \"name\"");
    }
    if (datatype == null || shape == null) {
      throw Refusal.malformed(
          "input \"" + name + "\" has no \"" + (datatype == null ? "datatype" : "shape") + "\"");
    }
    if (tensor == null) {
      tensor = readLate(binary, name, datatype, shape);
    } else if (binarySize >= 0) {
      throw both(name);
    }
    inputs.give(name, tensor);
  }

  private Tensor readLate(BinaryParts binary, String name, String datatype, long[] shape)
      throws IOException {
    ElementType type = inputs.declare(name, datatype, shape);
    if (skippedAt >= 0 && binarySize >= 0) {
      throw both(name);
    }
    if (binarySize >= 0) {
      return RawTensors.read(name, type, shape, binary.take(name, binarySize));
    }
    if (skippedAt < 0) {
      throw Refusal.malformed(
          "input \"" + name + "\" has neither \"data\" nor the parameter binary_data_size");
    }
    int length = body.jsonLength() - (int) skippedAt;
    try (JsonParser json = JsonRequest.JSON.createParser(body.bytes(), (int) skippedAt, length)) {
      json.nextToken();
      return JsonTensor.read(json, name, type, shape, body.jsonLength());
    }
  }

  private static Refusal both(String name) {
    return Refusal.malformed(
        "input \"" + name + "\" has both \"data\" and the parameter binary_data_size");
  }
}
