package org.assay.onnx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assay.onnx.Models;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.assay.onnx.mapping.InputColumns;
import org.assay.onnx.mapping.OutputChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {
  private static final ColumnMapping TWO_COLUMNS =
      new ColumnMapping(
          List.of(new InputColumns("x", List.of("income", "debt"))),
          Map.of(),
          new OutputChoice.Score("probability", 0, 0.5));

  @TempDir private Path folder;

  @Test
  void aMappedScorerAnswersWhatTheFormulaGives() {
    try (OnnxModel model = open(Models.logistic())) {
      MappedScorer scorer = new MappedScorer(model, TWO_COLUMNS, Map.of(), 2);
      float[][] rows = {{0, 0}, {1, 0}, {0, 1}, {-1, 3}, {2, 2}};
      float[] scores = scorer.score(rows);
      for (int i = 0; i < rows.length; i++) {
        double logit = 2 * rows[i][0] - rows[i][1] + 0.5;
        assertThat((double) scores[i]).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-6));
      }
      assertThat(scorer.predictions(scores)).containsExactly(true, true, false, false, true);
      assertThat(scorer.features()).containsExactly("income", "debt");
    }
  }

  @Test
  void weightsBesideTheModelAreReadFromItsFolder() throws IOException {
    ByteBuffer weights = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    weights.putFloat(2).putFloat(-1);
    Files.write(folder.resolve("weights.bin"), weights.array());
    try (OnnxModel beside =
            OnnxModel.open(bytes(Models.external("weights.bin", "0", "8")), folder, options());
        OnnxModel within = open(Models.logistic())) {
      float[][] rows = {{0.3f, -2}};
      assertThat(new MappedScorer(beside, TWO_COLUMNS, Map.of(), 8).score(rows))
          .isEqualTo(new MappedScorer(within, TWO_COLUMNS, Map.of(), 8).score(rows));
    }
  }

  @Test
  void anEndlessLoopIsEndedAtItsDeadline() {
    OnnxOptions options = new OnnxOptions(1, false, 1 << 20, Duration.ofMillis(300));
    ColumnMapping mapping =
        new ColumnMapping(TWO_COLUMNS.inputs(), Map.of(), new OutputChoice.Score("y", 0, 0.5));
    try (OnnxModel model = OnnxModel.open(bytes(Models.endless(false)), null, options)) {
      MappedScorer scorer = new MappedScorer(model, mapping, Map.of(), 8);
      assertThatThrownBy(() -> scorer.score(new float[][] {{1, 2}}))
          .isInstanceOf(DeadlineException.class)
          .hasMessageContaining("300 ms");
    }
  }

  @Test
  void aModelThatTheEngineRefusesIsALoadException() {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().addNode(Models.node("Nonsense", List.of("x"), "q"));
    assertThatThrownBy(() -> open(model))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("Nonsense");
  }

  @Test
  void textColumnsReachTheModelAsStringsAndLabelsAreCompared() {
    ColumnMapping mapping =
        new ColumnMapping(
            List.of(new InputColumns("city", List.of("city"))),
            Map.of("city", Encoding.Text.INSTANCE),
            new OutputChoice.Label("label", "Bonn"));
    try (OnnxModel model = open(strings())) {
      MappedScorer scorer =
          new MappedScorer(model, mapping, Map.of("city", List.of("Ulm", "Bonn")), 8);
      assertThat(scorer.score(new float[][] {{0}, {1}, {Float.NaN}, {1}}))
          .containsExactly(0, 1, 0, 1);
    }
  }

  @Test
  void aSequenceOfMapsIsReadByTheOrderOfItsKeys() {
    ColumnMapping mapping =
        new ColumnMapping(TWO_COLUMNS.inputs(), Map.of(), new OutputChoice.Score("maps", 1, 0.5));
    try (OnnxModel model = open(zipped())) {
      assertThat(model.outputs().getFirst().kind()).isEqualTo(TensorPort.Kind.MAPS);
      assertThat(
              new MappedScorer(model, mapping, Map.of(), 8).score(new float[][] {{3, 4}, {5, 6}}))
          .containsExactly(3, 5);
    }
  }

  @Test
  void wholeNumbersAndOneColumnPerInputAreFed() {
    ColumnMapping mapping =
        new ColumnMapping(
            List.of(new InputColumns("a", List.of("age")), new InputColumns("b", List.of("years"))),
            Map.of(),
            new OutputChoice.Score("sum", 0, 10));
    try (OnnxModel model = open(integers())) {
      MappedScorer scorer = new MappedScorer(model, mapping, Map.of(), 8);
      assertThat(scorer.score(new float[][] {{30, 4}, {1, 2}})).containsExactly(34, 3);
      assertThatThrownBy(() -> scorer.score(new float[][] {{1.5f, 4}}))
          .hasMessageContaining("column \"age\", row 0 holds 1.5");
    }
  }

  @Test
  void aMappingThatDoesNotFitTheModelNamesWhatIsThere() {
    try (OnnxModel model = open(Models.logistic())) {
      refused(model, "input-not-fed", mapping("z", List.of("a", "b"), "probability"), "[z]");
      refused(model, "input-shape", mapping("x", List.of("a"), "probability"), "1 columns");
      refused(model, "unknown-output", mapping("x", List.of("a", "b"), "q"), "[probability]");
      MappedScorer third =
          new MappedScorer(
              model,
              new ColumnMapping(
                  TWO_COLUMNS.inputs(), Map.of(), new OutputChoice.Score("probability", 2, 0.5)),
              Map.of(),
              8);
      assertThatThrownBy(() -> third.score(new float[][] {{1, 2}}))
          .hasMessageContaining("has 1 columns and is to be read at index 2");
    }
  }

  private static void refused(OnnxModel model, String id, ColumnMapping mapping, String text) {
    assertThatThrownBy(() -> new MappedScorer(model, mapping, Map.of(), 8))
        .isInstanceOfSatisfying(MappingException.class, e -> assertThat(e.id()).isEqualTo(id))
        .hasMessageContaining(text);
  }

  private static ColumnMapping mapping(String input, List<String> columns, String output) {
    return new ColumnMapping(
        List.of(new InputColumns(input, columns)),
        Map.of(),
        new OutputChoice.Score(output, 0, 0.5));
  }

  private static OnnxOptions options() {
    return OnnxOptions.DEFAULT;
  }

  private static OnnxModel open(ModelProto.Builder model) {
    return OnnxModel.open(bytes(model), null, options());
  }

  private static byte[] bytes(ModelProto.Builder model) {
    return model.build().toByteArray();
  }

  private static ModelProto.Builder strings() {
    return Models.model(
        GraphProto.newBuilder()
            .setName("strings")
            .addInput(Models.value("city", 8, -1, 1))
            .addNode(Models.node("Identity", List.of("city"), "label"))
            .addOutput(Models.value("label", 8, -1, 1)));
  }

  private static ModelProto.Builder integers() {
    return Models.model(
        GraphProto.newBuilder()
            .setName("integers")
            .addInput(Models.value("a", Models.INT64, -1))
            .addInput(Models.value("b", Models.INT64, -1))
            .addNode(Models.node("Add", List.of("a", "b"), "sum"))
            .addOutput(Models.value("sum", Models.INT64, -1)));
  }

  /// ZipMap with the classes 7 and 3, so that ascending keys turn the columns around.
  private static ModelProto.Builder zipped() {
    TypeProto.Builder map =
        TypeProto.newBuilder()
            .setMapType(
                TypeProto.Map.newBuilder()
                    .setKeyType(Models.INT64)
                    .setValueType(
                        TypeProto.newBuilder()
                            .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(Models.FLOAT))));
    return Models.model(
            GraphProto.newBuilder()
                .setName("zipped")
                .addInput(Models.value("x", Models.FLOAT, -1, 2))
                .addNode(
                    Models.node("ZipMap", List.of("x"), "maps")
                        .setDomain("ai.onnx.ml")
                        .addAttribute(
                            AttributeProto.newBuilder()
                                .setName("classlabels_int64s")
                                .setType(AttributeType.INTS)
                                .addInts(7)
                                .addInts(3)))
                .addOutput(
                    ValueInfoProto.newBuilder()
                        .setName("maps")
                        .setType(
                            TypeProto.newBuilder()
                                .setSequenceType(
                                    TypeProto.Sequence.newBuilder().setElemType(map)))))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(3));
  }
}
