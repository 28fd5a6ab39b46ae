package org.assay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.ColumnMapping;
import org.assay.fairness.Attribute;
import org.assay.fairness.AuditReport;
import org.assay.fairness.AuditRequest;
import org.assay.fairness.BiasAudits;
import org.assay.fairness.Measure;
import org.assay.fairness.MetricResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ONNX files against what training wrote down, from the CSV through the plan's encodings.
class DemoModelsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Map<String, String>> ROWS = HeldOut.rows();

  @ParameterizedTest
  @ValueSource(strings = {"mortgage-approval-logistic", "mortgage-approval-boosted"})
  void aRowOfTheDataGetsTheExpectedScore(String model) throws Exception {
    ColumnMapping mapping = mapping(model);

    for (JsonNode each : expected(model)) {
      float[] values = HeldOut.encode(ROWS.get(each.get("row").intValue()), mapping);
      assertThat(values).containsExactly(JSON.convertValue(each.get("values"), float[].class));
      assertThat(score(model, new float[][] {values})[0])
          .isCloseTo(probability(each), within(1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "mortgage-precheck")
  void aModelWithoutAPlanScoresItsExpectedValues(String model) throws Exception {
    for (JsonNode each : expected(model)) {
      float[] values = JSON.convertValue(each.get("values"), float[].class);
      assertThat(score(model, new float[][] {values})[0])
          .isCloseTo(probability(each), within(1e-5));
    }
  }

  @ParameterizedTest
  @CsvSource({"mortgage-approval-logistic, true", "mortgage-approval-boosted, false"})
  void theFourFifthsStoryHoldsInTheBytesThatAreShipped(String model, boolean meetsFourFifths)
      throws Exception {
    JsonNode written =
        JSON.readTree(Path.of("train", "results.json").toFile())
            .at("/models/" + model + "/heldOut/parity");
    Map<String, Double> ratios = ratios(audit(model));

    assertThat(ratios).containsOnlyKeys("afam", "single", "afam x single");
    ratios.forEach(
        (attribute, ratio) ->
            assertThat(ratio)
                .as(attribute)
                .isCloseTo(
                    written.get(attribute).get("demographicParityRatio").doubleValue(),
                    within(1e-6)));
    assertThat(ratios.get("afam") >= 0.8).isEqualTo(meetsFourFifths);
    assertThat(ratios.values().stream().allMatch(ratio -> ratio >= 0.8)).isEqualTo(meetsFourFifths);
  }

  /// The audit that the platform runs, by its own library.
  private static AuditReport audit(String model) throws OrtException {
    AssessmentPlan plan = DemoFiles.plan(model, new UUID(1, 2));
    double[] scores =
        score(
            model,
            ROWS.stream().map(row -> HeldOut.encode(row, plan.mapping())).toArray(float[][]::new));
    boolean[] labels = new boolean[scores.length];
    boolean[] predictions = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      labels[i] = ROWS.get(i).get(plan.label()).equals(plan.favourable());
      predictions[i] = scores[i] >= plan.mapping().output().threshold();
    }
    List<Attribute> attributes =
        plan.protectedAttributes().stream().map(DemoModelsTest::attribute).toList();
    return BiasAudits.audit(
        new AuditRequest(
            labels, predictions, attributes, plan.references(), plan.minimumGroupSize(), 0.95));
  }

  private static Attribute attribute(String column) {
    List<String> values = List.of("no", "yes");
    int[] codes = ROWS.stream().mapToInt(row -> values.indexOf(row.get(column))).toArray();
    return new Attribute(column, values, codes);
  }

  private static Map<String, Double> ratios(AuditReport report) {
    return report.metrics().stream()
        .filter(metric -> metric.id().equals(BiasAudits.DEMOGRAPHIC_PARITY_RATIO))
        .collect(
            Collectors.toMap(
                MetricResult::attribute, metric -> ((Measure.Defined) metric.result()).value()));
  }

  private static ColumnMapping mapping(String model) {
    return DemoFiles.plan(model, new UUID(1, 2)).mapping();
  }

  private static JsonNode expected(String model) throws Exception {
    return JSON.readTree(DemoFiles.bytes("models/" + model + "/expected.json")).get("cases");
  }

  private static double probability(JsonNode expected) {
    return expected.get("probability").doubleValue();
  }

  private static double[] score(String model, float[][] values) throws OrtException {
    OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    byte[] bytes = DemoFiles.bytes("models/" + model + "/model.onnx");
    try (OrtSession session = runtime.createSession(bytes);
        OnnxTensor input = OnnxTensor.createTensor(runtime, values);
        OrtSession.Result result = session.run(Map.of("float_input", input))) {
      float[][] probabilities = (float[][]) result.get("probabilities").get().getValue();
      double[] favourable = new double[probabilities.length];
      for (int i = 0; i < favourable.length; i++) {
        favourable[i] = probabilities[i][1];
      }
      return favourable;
    }
  }
}
