package org.assay.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.api.inference.GRPCInferenceServiceGrpc;
import org.assay.api.inference.GRPCInferenceServiceGrpc.GRPCInferenceServiceBlockingStub;
import org.assay.api.inference.InferTensorContents;
import org.assay.api.inference.ModelInferRequest;
import org.assay.api.inference.ModelInferRequest.InferInputTensor;
import org.assay.api.inference.ModelInferResponse;
import org.assay.api.inference.ModelMetadataRequest;
import org.assay.api.inference.ModelReadyRequest;
import org.assay.api.inference.ServerLiveRequest;
import org.assay.api.inference.ServerMetadataRequest;
import org.assay.api.inference.ServerReadyRequest;
import org.assay.attestation.Conditions;
import org.assay.demo.DemoFiles;
import org.assay.devstack.TestStack;
import org.assay.devstack.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same data plane by gRPC, on the same port.
@QuarkusTest
@QuarkusTestResource(ServingStack.class)
class GrpcIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
  private static String token = "";

  @ConfigProperty(name = ServingStack.FOLDER)
  String folder;

  @TestHTTPResource("/")
  URI root;

  private Published published;
  private ManagedChannel channel;
  private final AtomicReference<Metadata> headers = new AtomicReference<>();
  private final AtomicReference<Metadata> trailers = new AtomicReference<>();

  @BeforeEach
  void open() {
    published = new Published(folder);
    channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort()).usePlaintext().build();
    if (token.isEmpty()) {
      token = tokens().service("assay-app");
    }
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
  }

  @Test
  void contentsGiveContentsAndTheAnswerIsTheOneTheDemoExpects() throws Exception {
    House.Signed release = live("grpc-contents");
    JsonNode expected = expected();
    ModelInferResponse answer = caller(token).modelInfer(contents("grpc-contents", expected));
    assertThat(answer.getId()).isEqualTo("7");
    assertThat(answer.getModelVersion()).isEqualTo("1");
    assertThat(answer.getRawOutputContentsCount()).isZero();
    int index = indexOf(answer, "probabilities");
    List<Float> probabilities = answer.getOutputs(index).getContents().getFp32ContentsList();
    for (int i = 0; i < expected.path("cases").size(); i++) {
      assertThat(probabilities.get(2 * i + 1)).isCloseTo(probability(expected, i), within(1e-5f));
    }
    for (Metadata metadata : List.of(headers.get(), trailers.get())) {
      assertThat(metadata.get(key("assay-release"))).isEqualTo(release.live().id().toString());
      assertThat(metadata.get(key("assay-model-digest")))
          .isEqualTo("sha256:" + release.live().digest());
    }
  }

  @Test
  void rawGivesRaw() throws Exception {
    live("grpc-raw");
    JsonNode expected = expected();
    ModelInferResponse answer = caller(token).modelInfer(raw("grpc-raw", expected).build());
    ByteBuffer raw =
        answer
            .getRawOutputContents(indexOf(answer, "probabilities"))
            .asReadOnlyByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < expected.path("cases").size(); i++) {
      assertThat(raw.getFloat(8 * i + 4)).isCloseTo(probability(expected, i), within(1e-5f));
    }
  }

  @Test
  void theServerAndItsModelsDescribeThemselves() {
    live("grpc-described");
    GRPCInferenceServiceBlockingStub anybody = GRPCInferenceServiceGrpc.newBlockingStub(channel);
    assertThat(anybody.serverLive(ServerLiveRequest.getDefaultInstance()).getLive()).isTrue();
    assertThat(anybody.serverReady(ServerReadyRequest.getDefaultInstance()).getReady()).isTrue();
    assertThat(anybody.serverMetadata(ServerMetadataRequest.getDefaultInstance()).getName())
        .isEqualTo("assay-serving");
    var metadata =
        caller(token)
            .modelMetadata(ModelMetadataRequest.newBuilder().setName("grpc-described").build());
    assertThat(metadata.getInputs(0).getShapeList()).containsExactly(-1L, 11L);
    assertThat(metadata.getPlatform()).isEqualTo("onnx_onnxv1");
    var ready = ModelReadyRequest.newBuilder().setName("grpc-described").setVersion("1").build();
    assertThat(caller(token).modelReady(ready).getReady()).isTrue();
  }

  @Test
  void whoIsNotKnownIsUnauthenticatedAndWhoLacksTheRoleIsDenied() throws Exception {
    live("grpc-guarded");
    ModelInferRequest request = contents("grpc-guarded", expected());
    GRPCInferenceServiceBlockingStub anybody = GRPCInferenceServiceGrpc.newBlockingStub(channel);
    assertRefused(() -> anybody.modelInfer(request), Status.Code.UNAUTHENTICATED, "");
    assertRefused(() -> caller("nonsense").modelInfer(request), Status.Code.UNAUTHENTICATED, "");
    String olivia = tokens().person("olivia");
    assertRefused(
        () -> caller(olivia).modelInfer(request), Status.Code.PERMISSION_DENIED, "role consumer");
  }

  @Test
  void refusalsHaveTheCodesOfTheProtocol() throws Exception {
    House.Signed release = live("grpc-refused");
    ModelInferRequest request = contents("grpc-refused", expected());
    assertRefused(
        () -> caller(token).modelInfer(contents("nobody", expected())),
        Status.Code.NOT_FOUND,
        "no release of model nobody");
    ModelInferRequest.Builder both = raw("grpc-refused", expected());
    both.getInputsBuilder(0)
        .setContents(InferTensorContents.newBuilder().addFp32Contents(1).build());
    assertRefused(
        () -> caller(token).modelInfer(both.build()),
        Status.Code.INVALID_ARGUMENT,
        "use one of them");
    ModelInferRequest.Builder wrong = request.toBuilder();
    wrong
        .getInputsBuilder(0)
        .setContents(InferTensorContents.newBuilder().addFp64Contents(1).build());
    assertRefused(
        () -> caller(token).modelInfer(wrong.build()),
        Status.Code.INVALID_ARGUMENT,
        "goes into fp32_contents");
    Conditions one = new Conditions(List.of("*"), List.of(), House.inADay(), 1);
    live(Published.HOUSE.sign("grpc-rated", 1, one));
    caller(token).modelInfer(contents("grpc-rated", expected()));
    assertRefused(
        () -> caller(token).modelInfer(contents("grpc-rated", expected())),
        Status.Code.RESOURCE_EXHAUSTED,
        "1 requests a minute");
    published.revoke(release);
    Await.until("revoked", LIMIT, () -> code(request) == Status.Code.FAILED_PRECONDITION);
  }

  @Test
  void aCallersDeadlineIsKept() {
    live("grpc-hurried");
    assertRefused(
        () ->
            caller(token)
                .withDeadlineAfter(1, TimeUnit.MICROSECONDS)
                .modelInfer(contents("grpc-hurried", expected())),
        Status.Code.DEADLINE_EXCEEDED,
        "");
  }

  private House.Signed live(String model) {
    return live(Published.HOUSE.sign(model, 1, House.open()));
  }

  private House.Signed live(House.Signed release) {
    published.release(release);
    ModelReadyRequest ready =
        ModelReadyRequest.newBuilder().setName(release.live().model()).build();
    Await.until(
        release.live().model() + " ready",
        LIMIT,
        () -> {
          try {
            return caller(token).modelReady(ready).getReady();
          } catch (StatusRuntimeException e) {
            return false;
          }
        });
    return release;
  }

  private Status.Code code(ModelInferRequest request) {
    try {
      caller(token).modelInfer(request);
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  private interface Call {
    void run() throws Exception;
  }

  private static void assertRefused(Call call, Status.Code code, String reason) {
    StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(refusal.getStatus().getCode()).as(refusal.getStatus().toString()).isEqualTo(code);
    assertThat(String.valueOf(refusal.getStatus().getDescription())).contains(reason);
  }

  private GRPCInferenceServiceBlockingStub caller(String bearer) {
    Metadata metadata = new Metadata();
    metadata.put(AUTHORIZATION, "Bearer " + bearer);
    return GRPCInferenceServiceGrpc.newBlockingStub(
        ClientInterceptors.intercept(
            channel,
            MetadataUtils.newAttachHeadersInterceptor(metadata),
            MetadataUtils.newCaptureMetadataInterceptor(headers, trailers)));
  }

  private static ModelInferRequest contents(String model, JsonNode expected) {
    InferTensorContents.Builder contents = InferTensorContents.newBuilder();
    expected
        .path("cases")
        .forEach(
            row -> row.path("values").forEach(v -> contents.addFp32Contents((float) v.asDouble())));
    return ModelInferRequest.newBuilder()
        .setModelName(model)
        .setId("7")
        .addInputs(input(expected).setContents(contents))
        .build();
  }

  private static ModelInferRequest.Builder raw(String model, JsonNode expected) {
    int rows = expected.path("cases").size();
    ByteBuffer raw = ByteBuffer.allocate(rows * 44).order(ByteOrder.LITTLE_ENDIAN);
    expected
        .path("cases")
        .forEach(row -> row.path("values").forEach(v -> raw.putFloat((float) v.asDouble())));
    return ModelInferRequest.newBuilder()
        .setModelName(model)
        .addInputs(input(expected))
        .addRawInputContents(ByteString.copyFrom(raw.flip()));
  }

  private static InferInputTensor.Builder input(JsonNode expected) {
    return InferInputTensor.newBuilder()
        .setName("float_input")
        .setDatatype("FP32")
        .addShape(expected.path("cases").size())
        .addShape(11);
  }

  private static int indexOf(ModelInferResponse answer, String output) {
    return answer.getOutputsList().stream().map(o -> o.getName()).toList().indexOf(output);
  }

  private static float probability(JsonNode expected, int row) {
    return (float) expected.path("cases").get(row).path("probability").asDouble();
  }

  private static JsonNode expected() throws Exception {
    return new ObjectMapper()
        .readTree(DemoFiles.bytes("models/mortgage-approval-logistic/expected.json"));
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  private static Tokens tokens() {
    return TestStack.shared().tokens();
  }
}
