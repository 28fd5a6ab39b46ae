package org.assay.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
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
        Arguments.of("external-data-overlap", HostileModels.overlapping()),
        Arguments.of("operator-domain", HostileModels.withNode("Relu", "com.example")),
        Arguments.of("operator-domain", HostileModels.withNode("PyOp", "pyopmulti")),
        Arguments.of("operator-domain", HostileModels.withNode("EPContext", "com.microsoft")),
        Arguments.of("unknown-operator", HostileModels.withNode("PyOp", "")),
        Arguments.of("operator-version", HostileModels.withNode("Scatter", "")),
        Arguments.of("missing-opset", HostileModels.withNode("Scaler", "ai.onnx.ml")),
        Arguments.of("opset-version", HostileModels.withOpset(99)),
        Arguments.of("opset-version", HostileModels.withOpset(3)),
        Arguments.of("no-opset", Models.logistic().clearOpsetImport()),
        Arguments.of("ir-version", Models.logistic().setIrVersion(99)),
        Arguments.of(
            "model-local-functions",
            Models.logistic().addFunctions(FunctionProto.newBuilder().setName("f"))),
        Arguments.of("endless-loop", Models.endless(false)),
        Arguments.of("loop-trip-count", HostileModels.counted(1L << 40)),
        Arguments.of("output-too-large", Models.constantOfShape(1L << 40)),
        Arguments.of("output-too-large", Models.constantOfShape(1L << 40, 1L << 40)),
        Arguments.of("output-too-large", HostileModels.tiled()),
        Arguments.of("output-too-large", HostileModels.ranged()),
        Arguments.of("output-too-large", HostileModels.sparse()),
        Arguments.of("input-too-large", HostileModels.withInput(1L << 40)),
        Arguments.of(
            "tensor-size-mismatch", HostileModels.withWeights(List.of(1L << 40, 1L << 40))),
        Arguments.of("tensor-size-mismatch", HostileModels.withWeights(List.of(-1L))),
        Arguments.of("tensor-type", HostileModels.withType(99)),
        Arguments.of("duplicate-output-name", HostileModels.withEdge("Identity", "x", "z")),
        Arguments.of("cyclic-graph", HostileModels.cyclic()),
        Arguments.of("undefined-value", HostileModels.withEdge("Identity", "nowhere", "q")),
        Arguments.of("no-output", HostileModels.withoutOutput()),
        Arguments.of("no-input", HostileModels.withoutInput()),
        Arguments.of("subgraphs-too-deep", HostileModels.nested(12)),
        Arguments.of("nested-too-deep", HostileModels.nested(40)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("hostileModels")
  void aHostileModelIsBlockedForItsOwnReason(String id, ModelProto.Builder model) {
    assertBlocked(inspect(model, WEIGHTS), id);
  }

  static Stream<Arguments> doubtfulModels() {
    return Stream.of(
        Arguments.of("unbounded-loop", Models.endless(true)),
        Arguments.of("unused-input", HostileModels.withUnusedInput()),
        Arguments.of("unused-file", Models.logistic()),
        Arguments.of("random-operator", HostileModels.withNode("RandomNormalLike", "")),
        Arguments.of("runtime-sized-output", Models.memoryBomb()),
        Arguments.of("unsorted-graph", HostileModels.unsorted()));
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
}
