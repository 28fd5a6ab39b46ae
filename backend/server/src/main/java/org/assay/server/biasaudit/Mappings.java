package org.assay.server.biasaudit;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.assay.api.assessments.ColumnMapping;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.assay.worker.protocol.MappingJson;

/// A plan's column mapping as the worker takes it.
public final class Mappings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Mappings() {}

  /// @throws Refusal.Invalid naming what is missing, given twice or of no known kind
  public static org.assay.onnx.mapping.ColumnMapping of(ColumnMapping mapping) {
    try {
      return MappingJson.parse(JSON.valueToTree(mapping));
    } catch (IllegalArgumentException e) {
      throw new Refusal.Invalid(
          Sentence.of("plan.mapping", e.getMessage()), Sentence.of("plan.mapping.remedy"));
    }
  }
}
