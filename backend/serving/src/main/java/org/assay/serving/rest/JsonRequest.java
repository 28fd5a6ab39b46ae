package org.assay.serving.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assay.onnx.runtime.TensorSignature;
import org.assay.serving.Refusal;
import org.assay.serving.protocol.InferenceRequest;
import org.assay.serving.protocol.ModelInputs;
import org.assay.serving.protocol.ModelOutputs;
import org.jspecify.annotations.Nullable;

/// Reads the body of an inference request, in one pass and without a tree of the data.
final class JsonRequest {
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Body body;
  private final ModelInputs inputs;
  private final ModelOutputs outputs;
  private final BinaryParts binary;
  private final List<Wanted> wanted = new ArrayList<>();
  private boolean binaryOutputs;
  private @Nullable String id;
  private @Nullable Duration timeout;

  private JsonRequest(Body body, List<TensorSignature> inputs, List<TensorSignature> outputs) {
    this.body = body;
    this.inputs = new ModelInputs(inputs);
    this.outputs = new ModelOutputs(outputs);
    this.binary = new BinaryParts(body.binary());
  }

  /// @param binary null where the request leaves it to `binary_data_output`
  private record Wanted(String name, @Nullable Boolean binary) {}

  /// @param inputs,outputs what the model takes and gives
  /// @throws Refusal `MALFORMED` if the body is no request that fits the model
  static InferenceRequest read(
      Body body, List<TensorSignature> inputs, List<TensorSignature> outputs) {
    JsonRequest request = new JsonRequest(body, inputs, outputs);
    try (JsonParser json = JSON.createParser(body.bytes(), 0, body.jsonLength())) {
      request.readAll(json);
    } catch (JsonProcessingException e) {
      throw Refusal.malformed("the body is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("a body in memory cannot be read", e);
    }
    return request.complete();
  }

  private InferenceRequest complete() {
    binary.requireAllTaken();
    for (Wanted each : wanted) {
      Boolean own = each.binary();
      outputs.want(each.name(), own == null ? binaryOutputs : own);
    }
    return new InferenceRequest(id, inputs.complete(), outputs.complete(binaryOutputs), timeout);
  }

  private void readAll(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw Refusal.malformed("the body is not a JSON object");
    }
    boolean given = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "id" -> id = JsonFields.text(json, "id");
        case "parameters" -> readParameters(json);
        case "inputs" -> {
          given = true;
          JsonFields.eachObject(json, "inputs", this::readInput);
        }
        case "outputs" -> JsonFields.eachObject(json, "outputs", this::readOutput);
        default -> json.skipChildren();
      }
    }
    if (!given) {
      throw Refusal.malformed("the request has no \"inputs\"");
    }
    if (json.nextToken() != null) {
      throw Refusal.malformed("something follows the JSON object of the request");
    }
  }

  private void readParameters(JsonParser json) throws IOException {
    JsonFields.eachField(
        json,
        "parameters",
        field -> {
          switch (field) {
            case "binary_data_output" -> binaryOutputs = JsonFields.truth(json, field);
            case "timeout" -> timeout = Duration.ofNanos(1000 * JsonFields.count(json, field));
            default -> json.skipChildren();
          }
        });
  }

  private void readInput(JsonParser json) throws IOException {
    JsonInput.read(json, body, inputs, binary);
  }

  private void readOutput(JsonParser json) throws IOException {
    String[] name = new String[1];
    Boolean[] asBinary = new Boolean[1];
    JsonFields.fields(
        json,
        field -> {
          switch (field) {
            case "name" -> name[0] = JsonFields.text(json, "name of an output");
            case "parameters" ->
                JsonFields.eachField(
                    json,
                    "parameters",
                    parameter -> {
                      if (parameter.equals("binary_data")) {
                        asBinary[0] = JsonFields.truth(json, parameter);
                      } else {
                        json.skipChildren();
                      }
                    });
            default -> json.skipChildren();
          }
        });
    if (name[0] == null) {
      throw Refusal.malformed("an output has no \"name\"");
    }
    wanted.add(new Wanted(name[0], asBinary[0]));
  }
}
