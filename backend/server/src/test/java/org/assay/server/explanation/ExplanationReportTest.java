package org.assay.server.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assay.api.assessments.ExplanationView;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.assay.onnx.mapping.InputColumns;
import org.assay.onnx.mapping.OutputChoice;
import org.junit.jupiter.api.Test;

class ExplanationReportTest {
  private static final String JSON =
      """
      {"schema":"assay-explain/1","method":"exact","output":"probability",
       "features":["income","owner","area"],"base":0.5,"values":[[0.1,0,-0.2]],
       "standardErrors":null,"additivityError":1e-7,"quality":{"sparseness":0.3},
       "rows":[[3.5,"yes","north"],[null,1,null]],"outputs":[0.4],
       "importance":[
         {"feature":"income","importance":0.01,"low":0,"high":0.02,"level":0.95},
         {"feature":"area","importance":0.2,"low":0.1,"high":0.3,"level":0.95}],
       "importanceMetric":"error rate","importanceIntervals":"student","importanceRows":100}
      """;
  private static final ColumnMapping MAPPING =
      new ColumnMapping(
          List.of(new InputColumns("x", List.of("income", "owner", "area"))),
          Map.of(
              "owner",
              new Encoding.Categories(Map.of("yes", 1.0, "1", 7.0)),
              "area",
              Encoding.Text.INSTANCE),
          new OutputChoice.Score("p", 0, 0.5));

  @Test
  void theRowsAreAddedAsTheModelIsFedThem() throws JsonProcessingException {
    ExplanationReport report = read(JSON).fedBy(MAPPING);
    assertThat(report.inputs())
        .isEqualTo(List.of(Arrays.asList(3.5, 1.0, null), Arrays.asList(null, 7.0, null)));
    assertThat(report.rows()).hasSize(2);
  }

  @Test
  void theMostImportantFeatureComesFirst() throws JsonProcessingException {
    assertThat(read(JSON).importance())
        .extracting(ExplanationView.Importance::feature)
        .containsExactly("area", "income");
  }

  @Test
  void aReportOfAnotherShapeIsNotTaken() {
    assertThatThrownBy(() -> read(JSON.replace("explain/1", "explain/2")))
        .isInstanceOf(ValueInstantiationException.class);
  }

  @Test
  void theSeedIsTheVersionsAndExactInEveryReaderOfJson() {
    String digest = "f".repeat(64);
    assertThat(Explanations.seed(digest)).isEqualTo((1L << 52) - 1);
    assertThat(Explanations.seed("0".repeat(12) + "a" + "f".repeat(51))).isEqualTo(10);
  }

  private static ExplanationReport read(String json) throws JsonProcessingException {
    return new ObjectMapper().readValue(json, ExplanationReport.class);
  }
}
