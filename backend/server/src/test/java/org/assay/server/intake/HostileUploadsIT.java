package org.assay.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assay.server.People;
import org.assay.server.TestStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What people might upload to do harm, or by mistake: each ends in a finding with its own id, and
/// the server goes on.
@QuarkusTest
@WithTestResource(TestStackResource.class)
class HostileUploadsIT {
  private static final Path MODEL =
      Path.of("../demo/src/main/resources/demo/models/mortgage-approval-logistic/model.onnx");
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final long TWO_GIBIBYTES = 2L << 30;
  private static final int INT64 = TensorProto.DataType.INT64.getNumber();
  private static final int BOOL = TensorProto.DataType.BOOL.getNumber();

  static Stream<Arguments> uploads() throws IOException {
    byte[] good = Files.readAllBytes(MODEL);
    return Stream.of(
        Arguments.of("empty", new byte[0]),
        Arguments.of("zip", "PK\u0003\u0004and so on".getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of("pickle", new byte[] {(byte) 0x80, 4, (byte) 0x95, 0, 0, 0, 'c', '.'}),
        Arguments.of("zeros", new byte[1 << 20]),
        Arguments.of("truncated", Arrays.copyOf(good, good.length / 2)),
        Arguments.of("four-terabytes", fourTerabytes(good)),
        Arguments.of("endless-loop", endlessLoop(good)),
        Arguments.of("traversal", traversal(good)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("uploads")
  void aHostileUploadEndsInABlockingFindingAndTheServerGoesOn(String name, byte[] content) {
    String version = version("hostile-" + name);
    Response answer = People.uploading("olivia").body(content).put(version + "/files/model.onnx");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    JsonPath intake = examined(version);
    assertThat(intake.getList("findings.findAll { it.severity == 'blocking' }.remedy"))
        .as(intake.prettify())
        .isNotEmpty()
        .allSatisfy(remedy -> assertThat(remedy).asString().isNotBlank());
    assertThat(intake.<Object>get("probe")).as("it was never loaded").isNull();
    People.as("olivia").get("/api/v1/me").then().statusCode(200);
  }

  @Test
  void twoGibibytesOfZerosAreTakenAndRefusedWithoutBeingHeld() throws Exception {
    String version = version("hostile-large");
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + version + "/files/model.onnx"))
            .header("Authorization", "Bearer " + People.token("olivia"))
            .header("Content-Type", "application/octet-stream")
            .PUT(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofInputStream(Zeros::new), TWO_GIBIBYTES))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
    JsonPath intake = examined(version);
    assertThat(intake.getList("findings.severity")).contains("blocking");
    assertThat(intake.<Object>get("probe")).isNull();
  }

  @Test
  void aNameThatLeavesTheFolderIsRefusedBeforeAnyByteIsTaken() {
    String version = version("hostile-name");
    for (String name : new String[] {"..%2F..%2Fetc%2Fpasswd", "%2e%2e", "a%00b", "a%20b"}) {
      int status =
          People.uploading("olivia")
              .urlEncodingEnabled(false)
              .body(new byte[] {1})
              .put(version + "/files/" + name)
              .statusCode();
      assertThat(status).as(name).isIn(400, 404, 405);
    }
    People.as("olivia").get(version).then().statusCode(200);
  }

  private static String version(String model) {
    People.as("olivia")
        .body("{\"name\":\"%s\",\"purpose\":\"harm\",\"riskTier\":\"LIMITED\"}".formatted(model))
        .post("/api/v1/models")
        .then()
        .statusCode(201);
    People.as("olivia")
        .body("{}")
        .post("/api/v1/models/" + model + "/versions")
        .then()
        .statusCode(201);
    return "/api/v1/models/" + model + "/versions/1";
  }

  private static JsonPath examined(String version) {
    People.as("olivia").post(version + "/seal").then().statusCode(200);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    Response intake = People.as("olivia").get(version + "/intake");
    while (intake.statusCode() != 200) {
      assertThat(System.nanoTime()).as(intake.asString()).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      intake = People.as("olivia").get(version + "/intake");
    }
    return intake.jsonPath();
  }

  private static byte[] fourTerabytes(byte[] good) throws IOException {
    ModelProto.Builder model = ModelProto.parseFrom(good).toBuilder();
    model
        .getGraphBuilder()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("shape")
                .setDataType(INT64)
                .addDims(1)
                .addInt64Data(1L << 40))
        .addNode(
            NodeProto.newBuilder()
                .setOpType("ConstantOfShape")
                .addInput("shape")
                .addOutput("large"));
    return model.build().toByteArray();
  }

  private static byte[] endlessLoop(byte[] good) throws IOException {
    GraphProto.Builder body =
        GraphProto.newBuilder()
            .setName("body")
            .addInput(scalar("iteration", INT64))
            .addInput(scalar("going", BOOL))
            .addOutput(scalar("on", BOOL))
            .addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput("going").addOutput("on"));
    NodeProto.Builder loop =
        NodeProto.newBuilder()
            .setOpType("Loop")
            .addInput("")
            .addInput("always")
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("body")
                    .setType(AttributeProto.AttributeType.GRAPH)
                    .setG(body));
    ModelProto.Builder model = ModelProto.parseFrom(good).toBuilder();
    model
        .getGraphBuilder()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("always")
                .setDataType(BOOL)
                .setRawData(ByteString.copyFrom(new byte[] {1})))
        .addNode(loop);
    return model.build().toByteArray();
  }

  private static byte[] traversal(byte[] good) throws IOException {
    ModelProto.Builder model = ModelProto.parseFrom(good).toBuilder();
    model
        .getGraphBuilder()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("secret")
                .setDataType(TensorProto.DataType.UINT8.getNumber())
                .addDims(16)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                    StringStringEntryProto.newBuilder()
                        .setKey("location")
                        .setValue("../../etc/passwd")));
    return model.build().toByteArray();
  }

  private static ValueInfoProto scalar(String name, int type) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(type)
                        .setShape(ai.onnx.proto.OnnxMl.TensorShapeProto.getDefaultInstance())))
        .build();
  }

  /// Two gibibytes that nobody holds.
  private static final class Zeros extends InputStream {
    private long left = TWO_GIBIBYTES;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      Arrays.fill(into, offset, offset + n, (byte) 0);
      left -= n;
      return n;
    }
  }
}
