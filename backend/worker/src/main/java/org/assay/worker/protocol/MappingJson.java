package org.assay.worker.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.assay.onnx.mapping.InputColumns;
import org.assay.onnx.mapping.OutputChoice;

/// A column mapping as JSON, and back.
public final class MappingJson {
  private static final double HALF = 0.5;

  private MappingJson() {}

  /// @throws IllegalArgumentException naming what is missing or of no known kind
  public static ColumnMapping parse(JsonNode json) {
    List<InputColumns> inputs = new ArrayList<>();
    for (JsonNode input : json.path("inputs")) {
      List<String> columns = new ArrayList<>();
      input.path("columns").forEach(column -> columns.add(column.asText()));
      inputs.add(new InputColumns(input.path("input").asText(), columns));
    }
    Map<String, Encoding> encodings = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("encodings").properties()) {
      encodings.put(entry.getKey(), encoding(entry.getKey(), entry.getValue()));
    }
    return new ColumnMapping(inputs, encodings, output(json.path("output")));
  }

  public static ObjectNode write(ColumnMapping mapping) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    var inputs = json.putArray("inputs");
    for (InputColumns input : mapping.inputs()) {
      var columns = inputs.addObject().put("input", input.input()).putArray("columns");
      input.columns().forEach(columns::add);
    }
    ObjectNode encodings = json.putObject("encodings");
    mapping.encodings().forEach((column, encoding) -> write(encodings.putObject(column), encoding));
    write(json.putObject("output"), mapping.output());
    return json;
  }

  private static Encoding encoding(String column, JsonNode json) {
    return switch (json.path("kind").asText("number")) {
      case "number" -> Encoding.Number.INSTANCE;
      case "text" -> Encoding.Text.INSTANCE;
      case "categories" -> {
        Map<String, Double> codes = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path("codes").properties()) {
          codes.put(entry.getKey(), entry.getValue().asDouble(Double.NaN));
        }
        yield new Encoding.Categories(codes);
      }
      default ->
          throw new IllegalArgumentException(
              "the encoding of \"%s\" is number, categories or text, not %s"
                  .formatted(column, json.path("kind")));
    };
  }

  private static OutputChoice output(JsonNode json) {
    String name = json.path("name").asText();
    return switch (json.path("kind").asText("score")) {
      case "score" ->
          new OutputChoice.Score(
              name, json.path("index").asInt(0), json.path("threshold").asDouble(HALF));
      case "label" -> new OutputChoice.Label(name, json.path("favourable").asText());
      default ->
          throw new IllegalArgumentException(
              "the output \"%s\" is a score or a label, not %s".formatted(name, json.path("kind")));
    };
  }

  private static void write(ObjectNode json, Encoding encoding) {
    switch (encoding) {
      case Encoding.Number _ -> json.put("kind", "number");
      case Encoding.Text _ -> json.put("kind", "text");
      case Encoding.Categories(Map<String, Double> codes) -> {
        json.put("kind", "categories");
        codes.forEach(json.putObject("codes")::put);
      }
    }
  }

  private static void write(ObjectNode json, OutputChoice output) {
    json.put("name", output.name());
    switch (output) {
      case OutputChoice.Score(String _, int index, double threshold) ->
          json.put("kind", "score").put("index", index).put("threshold", threshold);
      case OutputChoice.Label(String _, String favourable) ->
          json.put("kind", "label").put("favourable", favourable);
    }
  }

  static final class Serializer extends JsonSerializer<ColumnMapping> {
    @Override
    public void serialize(ColumnMapping mapping, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeTree(write(mapping));
    }
  }

  static final class Deserializer extends JsonDeserializer<ColumnMapping> {
    @Override
    public ColumnMapping deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return parse(in.<JsonNode>readValueAsTree());
    }
  }
}
