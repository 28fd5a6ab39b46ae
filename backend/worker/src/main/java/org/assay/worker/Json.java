package org.assay.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assay.onnx.Finding;

/// Results as JSON trees.
final class Json {
  static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode of(Finding finding) {
    return object()
        .put("id", finding.id())
        .put("severity", finding.severity().word())
        .put("message", finding.message())
        .put("remedy", finding.remedy());
  }
}
