package org.assay.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelInspectorTest {
  private static final ModelFile WEIGHTS = ModelFile.of("weights.bin", new byte[64]);

  @TempDir private Path folder;

  @Test
  void aGoodModelIsDescribedAndMayBeLoaded() {
    InspectionReport report = inspect(Models.logistic());
    assertThat(report.findings()).isEmpty();
    assertThat(report.mayBeLoaded()).isTrue();
    assertThat(report.irVersion()).isEqualTo(8);
    assertThat(report.producer()).isEqualTo("assay-test");
    assertThat(report.opsets()).containsExactly(new OpsetVersion("ai.onnx", 17));
    assertThat(report.operators()).containsEntry("Gemm", 1L).containsEntry("Sigmoid", 1L);
    assertThat(report.parameters()).isEqualTo(3);
    assertThat(report.inputs())
        .containsExactly(new TensorDescription("x", "float32", List.of("N", "2")));
    assertThat(report.outputs())
        .containsExactly(new TensorDescription("probability", "float32", List.of("N", "1")));
  }

  @Test
  void aGoodModelWithItsWeightsBesideItMayBeLoaded() {
    assertThat(inspect(Models.external("weights.bin", "0", "8"), WEIGHTS).findings()).isEmpty();
  }

  static Stream<Arguments> filesThatAreNoModel() {
    return Stream.of(
        file("empty-file", new byte[0]),
        file("all-zeros", new byte[5_000]),
        file("zip-archive", "PK\u0003\u0004rest of an archive"),
        file("pickle", "\u0080\u0002cos\nsystem\n"),
        file("html-page", "\n<!DOCTYPE html><html>Sign in</html>"),
        file("safetensors", "\u0040\0\0\0\0\0\0\0{\"w\":{}}"),
        file("other-format", "GGUF\u0003\0\0\0"),
        file("other-format", "version https://git-lfs.github.com/spec/v1\n"),
        file("malformed-model", "this is a letter and no model at all"),
        file("no-graph", ModelProto.newBuilder().setIrVersion(8).build().toByteArray()),
        file(
            "truncated-model",
            java.util.Arrays.copyOf(Models.logistic().build().toByteArray(), 60)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesThatAreNoModel")
  void aFileThatIsNoModelIsNamedForWhatItIs(String id, byte[] bytes) {
    InspectionReport report =
        ModelInspector.inspect(
            List.of(ModelFile.of("model.onnx", bytes)), InspectionLimits.DEFAULT);
    assertBlocked(report, id);
  }

  static Stream<Arguments> hostileModels() {
    return Stream.of(
        Arguments.of("external-data-name", Models.external("../../etc/passwd", "0", "8")),
        Arguments.of("external-data-name", Models.external("/etc/passwd", "0", "8")),
        Arguments.of("external-data-name", Models.external("*/_ORT_MEM_ADDR_/*", "0", "8")),
        Arguments.of("external-data-name", Models.external("..", "0", "8")),
        Arguments.of("external-data-missing", Models.external("other.bin", "0", "8")),
        Arguments.of("external-data-missing", Models.external("model.onnx", "0", "8")),
        Arguments.of("external-data-range", Models.external("weights.bin", "60", "8")),
        Arguments.of("external-data-range", Models.external("weights.bin", "-8", "8")),
        Arguments.of(
            "external-data-range",
            Models.external("weights.bin", "8", Long.toString(Long.MAX_VALUE))),
        Arguments.of("tensor-size-mismatch", Models.external("weights.bin", "0", "16")),
        Arguments.of("external-data-overlap", overlapping()),
        Arguments.of("operator-domain", withNode("Relu", "com.example")),
        Arguments.of("operator-domain", withNode("PyOp", "pyopmulti")),
        Arguments.of("operator-domain", withNode("EPContext", "com.microsoft")),
        Arguments.of("unknown-operator", withNode("PyOp", "")),
        Arguments.of("operator-version", withNode("Scatter", "")),
        Arguments.of("missing-opset", withNode("Scaler", "ai.onnx.ml")),
        Arguments.of("opset-version", withOpset(99)),
        Arguments.of("opset-version", withOpset(3)),
        Arguments.of("no-opset", Models.logistic().clearOpsetImport()),
        Arguments.of("ir-version", Models.logistic().setIrVersion(99)),
        Arguments.of(
            "model-local-functions",
            Models.logistic().addFunctions(FunctionProto.newBuilder().setName("f"))),
        Arguments.of("endless-loop", Models.endless(false)),
        Arguments.of("loop-trip-count", counted(1L << 40)),
        Arguments.of("output-too-large", Models.constantOfShape(1L << 40)),
        Arguments.of("output-too-large", Models.constantOfShape(1L << 40, 1L << 40)),
        Arguments.of("output-too-large", tiled()),
        Arguments.of("output-too-large", ranged()),
        Arguments.of("output-too-large", sparse()),
        Arguments.of("input-too-large", withInput(1L << 40)),
        Arguments.of("tensor-size-mismatch", withWeights(List.of(1L << 40, 1L << 40))),
        Arguments.of("tensor-size-mismatch", withWeights(List.of(-1L))),
        Arguments.of("tensor-type", withType(99)),
        Arguments.of("duplicate-output-name", withEdge("Identity", "x", "z")),
        Arguments.of("cyclic-graph", cyclic()),
        Arguments.of("undefined-value", withEdge("Identity", "nowhere", "q")),
        Arguments.of("no-output", withoutOutput()),
        Arguments.of("no-input", withoutInput()),
        Arguments.of("subgraphs-too-deep", nested(12)),
        Arguments.of("nested-too-deep", nested(40)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("hostileModels")
  void aHostileModelIsBlockedForItsOwnReason(String id, ModelProto.Builder model) {
    assertBlocked(inspect(model, WEIGHTS), id);
  }

  static Stream<Arguments> doubtfulModels() {
    return Stream.of(
        Arguments.of("unbounded-loop", Models.endless(true)),
        Arguments.of("unused-input", withUnusedInput()),
        Arguments.of("unused-file", Models.logistic()),
        Arguments.of("random-operator", withNode("RandomNormalLike", "")),
        Arguments.of("runtime-sized-output", Models.memoryBomb()),
        Arguments.of("unsorted-graph", unsorted()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doubtfulModels")
  void aDoubtfulModelIsLetThroughWithAFinding(String id, ModelProto.Builder model) {
    InspectionReport report = inspect(model, WEIGHTS);
    assertThat(report.mayBeLoaded()).as(report.findings().toString()).isTrue();
    assertThat(report.findings()).extracting(Finding::id).contains(id);
  }

  static Stream<Arguments> hostileUploads() {
    byte[] good = Models.logistic().build().toByteArray();
    return Stream.of(
        Arguments.of("no-model-file", List.of(WEIGHTS)),
        Arguments.of("no-model-file", List.of()),
        Arguments.of("pickle", List.of(ModelFile.of("model.pkl", new byte[] {(byte) 0x80, 4, 0}))),
        Arguments.of(
            "several-model-files",
            List.of(ModelFile.of("a.onnx", good), ModelFile.of("b.ONNX", good))),
        Arguments.of("file-name", List.of(ModelFile.of("../model.onnx", good))),
        Arguments.of("file-name", List.of(ModelFile.of("mo\ndel.onnx", good))),
        Arguments.of(
            "file-name-twice",
            List.of(ModelFile.of("model.onnx", good), ModelFile.of("MODEL.onnx", good))),
        Arguments.of(
            "too-many-files",
            java.util.Collections.nCopies(100, ModelFile.of("model.onnx", good))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileUploads")
  void aHostileUploadIsBlockedForItsOwnReason(String id, List<ModelFile> files) {
    assertBlocked(ModelInspector.inspect(files, InspectionLimits.DEFAULT), id);
  }

  @Test
  void aFolderWithALinkIsRefusedWithoutFollowingIt() throws IOException {
    Files.write(folder.resolve("model.onnx"), Models.logistic().build().toByteArray());
    Files.createSymbolicLink(folder.resolve("weights.bin"), folder.resolve("model.onnx"));
    assertBlocked(ModelInspector.inspect(folder, InspectionLimits.DEFAULT), "not-a-file");
  }

  @Test
  void aModelInAFolderReadsAsOneInMemory() throws IOException {
    Files.write(folder.resolve("model.onnx"), Models.logistic().build().toByteArray());
    assertThat(ModelInspector.inspect(folder, InspectionLimits.DEFAULT))
        .isEqualTo(inspect(Models.logistic()));
  }

  @Test
  void twoGibibytesOfZerosAreRefusedUpFront() throws IOException {
    Path sparse = folder.resolve("model.onnx");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(2L << 30);
    }
    long start = System.nanoTime();
    InspectionReport report = ModelInspector.inspect(folder, InspectionLimits.DEFAULT);
    assertBlocked(report, "model-file-too-large");
    assertThat(report.findings()).extracting(Finding::id).contains("all-zeros");
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void aFileOfEmptyNodesIsRefusedBeforeItFillsTheHeap() {
    byte[] graph = new byte[40_000_000];
    for (int i = 0; i < graph.length; i += 2) {
      graph[i] = 0x0A;
    }
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .mergeFrom(Models.logistic().clearGraph().build())
            .build();
    com.google.protobuf.ByteString bytes =
        model
            .toByteString()
            .concat(com.google.protobuf.ByteString.copyFrom(header(graph.length)))
            .concat(com.google.protobuf.UnsafeByteOperations.unsafeWrap(graph));
    InspectionReport report =
        ModelInspector.inspect(
            List.of(ModelFile.of("model.onnx", bytes.toByteArray())), InspectionLimits.DEFAULT);
    assertBlocked(report, "graph-too-large");
  }

  @Test
  void budgetsOfTheLimitsHold() {
    InspectionLimits small = new InspectionLimits(4, 100_000, 200_000, 1 << 20, 1, 8, 1, 1, 8);
    InspectionReport report =
        ModelInspector.inspect(
            List.of(ModelFile.of("model.onnx", Models.logistic().build().toByteArray())), small);
    assertThat(report.findings())
        .extracting(Finding::id)
        .contains("too-many-nodes", "initializers-too-large");
    assertBlocked(
        ModelInspector.inspect(List.of(ModelFile.of("model.onnx", new byte[100_001])), small),
        "model-file-too-large");
    assertBlocked(
        ModelInspector.inspect(List.of(ModelFile.of("model.onnx", new byte[200_001])), small),
        "upload-too-large");
  }

  @Test
  void findingsOfOneKindAreCountedAndTextFromTheFileIsMadePrintable() {
    ModelProto.Builder model = Models.logistic();
    for (int i = 0; i < 1_000; i++) {
      model
          .getGraphBuilder()
          .addNode(Models.node("Evil\u0000\u202E" + "x".repeat(5_000), List.of("x"), "o" + i));
    }
    InspectionReport report = inspect(model);
    assertThat(report.findings()).hasSize(5);
    assertThat(report.findings().getLast().message())
        .contains("995 more")
        .doesNotContain("\u0000", "\u202E");
  }

  private static void assertBlocked(InspectionReport report, String id) {
    assertThat(report.mayBeLoaded()).isFalse();
    assertThat(report.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.id()).isEqualTo(id);
              assertThat(finding.severity()).isEqualTo(Severity.BLOCKING);
            });
  }

  private static InspectionReport inspect(ModelProto.Builder model, ModelFile... others) {
    List<ModelFile> files = new java.util.ArrayList<>(List.of(others));
    files.add(ModelFile.of("model.onnx", model.build().toByteArray()));
    return ModelInspector.inspect(files, InspectionLimits.DEFAULT);
  }

  private static Arguments file(String id, byte[] bytes) {
    return Arguments.of(id, bytes);
  }

  private static Arguments file(String id, String latin) {
    return Arguments.of(id, latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] header(int length) {
    byte[] varint = new byte[6];
    varint[0] = 0x3A;
    int position = 1;
    int rest = length;
    while (rest > 0x7f) {
      varint[position++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    varint[position++] = (byte) rest;
    return java.util.Arrays.copyOf(varint, position);
  }

  private static ModelProto.Builder overlapping() {
    ModelProto.Builder model = Models.external("weights.bin", "0", "8");
    model
        .getGraphBuilder()
        .setInitializer(1, Models.external("b", List.of(1L), "weights.bin", "4", "4"));
    return model;
  }

  private static ModelProto.Builder withNode(String operator, String domain) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().addNode(Models.node(operator, List.of("x"), "extra").setDomain(domain));
    return model;
  }

  private static ModelProto.Builder withEdge(String operator, String input, String output) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().addNode(Models.node(operator, List.of(input), output));
    return model;
  }

  private static ModelProto.Builder withOpset(long version) {
    return Models.logistic().setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(version));
  }

  private static ModelProto.Builder counted(long trips) {
    ModelProto.Builder model = Models.looping("trips", Models.countedBody());
    model.getGraphBuilder().addInitializer(Models.longs("trips", List.of(), trips));
    return model;
  }

  private static ModelProto.Builder tiled() {
    ModelProto.Builder model = Models.logistic();
    model
        .getGraphBuilder()
        .addInitializer(Models.longs("repeats", List.of(2L), 1L << 20, 1L << 20))
        .addNode(Models.node("Tile", List.of("w", "repeats"), "large"));
    return model;
  }

  private static ModelProto.Builder ranged() {
    ModelProto.Builder model = Models.logistic();
    model
        .getGraphBuilder()
        .addInitializer(Models.longs("from", List.of(), 0))
        .addInitializer(Models.longs("to", List.of(), 1L << 50))
        .addInitializer(Models.longs("by", List.of(), 1))
        .addNode(Models.node("Range", List.of("from", "to", "by"), "large"));
    return model;
  }

  private static ModelProto.Builder sparse() {
    ModelProto.Builder model = Models.logistic();
    model
        .getGraphBuilder()
        .addSparseInitializer(
            SparseTensorProto.newBuilder()
                .setValues(Models.floats("s", List.of(1L), 1))
                .setIndices(Models.longs("i", List.of(1L), 0))
                .addDims(1L << 40));
    return model;
  }

  private static ModelProto.Builder withInput(long size) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().setInput(0, Models.value("x", Models.FLOAT, size, 2));
    return model;
  }

  private static ModelProto.Builder withWeights(List<Long> dims) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().setInitializer(0, Models.floats("w", dims, 1, 2));
    return model;
  }

  private static ModelProto.Builder withType(int type) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().getInitializerBuilder(0).setDataType(type);
    return model;
  }

  private static ModelProto.Builder cyclic() {
    ModelProto.Builder model = Models.logistic();
    model
        .getGraphBuilder()
        .addNode(Models.node("Add", List.of("x", "q"), "p"))
        .addNode(Models.node("Identity", List.of("p"), "q"));
    return model;
  }

  private static ModelProto.Builder unsorted() {
    ModelProto.Builder model = Models.logistic();
    GraphProto graph = model.getGraph();
    model.getGraphBuilder().setNode(0, graph.getNode(1)).setNode(1, graph.getNode(0));
    return model;
  }

  private static ModelProto.Builder withUnusedInput() {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().addInput(Models.value("race", Models.FLOAT, -1, 1));
    return model;
  }

  private static ModelProto.Builder withoutOutput() {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().clearOutput();
    return model;
  }

  private static ModelProto.Builder withoutInput() {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().clearInput().addInitializer(Models.floats("x", List.of(1L, 2L), 1, 1));
    return model;
  }

  private static ModelProto.Builder nested(int depth) {
    GraphProto body = Models.countedBody();
    for (int i = 0; i < depth; i++) {
      body =
          Models.countedBody().toBuilder()
              .addNode(
                  Models.node("Loop", List.of("", "", "acc"), "inner")
                      .addAttribute(Models.graphAttribute("body", body)))
              .build();
    }
    return Models.looping("", body);
  }
}
