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
import org.assay.api.assessments.ColumnMapping;
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
    ColumnMapping mapping = mapping(model);
    double[] scores =
        score(
            model, ROWS.stream().map(row -> HeldOut.encode(row, mapping)).toArray(float[][]::new));
    JsonNode groups =
        JSON.readTree(Path.of("train", "results.json").toFile())
            .at("/models/" + model + "/heldOut/parity/afam/groups");

    double[] rates = new double[2];
    for (int group = 0; group < 2; group++) {
      JsonNode row = groups.get(group);
      int favourable =
          favourable(scores, row.get("value").textValue(), mapping.output().threshold());
      assertThat(favourable).isEqualTo(row.get("favourable").intValue());
      rates[group] = (double) favourable / row.get("n").intValue();
    }
    assertThat(rates[1] / rates[0] >= 0.8).isEqualTo(meetsFourFifths);
  }

  private static int favourable(double[] scores, String afam, double threshold) {
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (ROWS.get(i).get("afam").equals(afam) && scores[i] >= threshold) {
        count++;
      }
    }
    return count;
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
