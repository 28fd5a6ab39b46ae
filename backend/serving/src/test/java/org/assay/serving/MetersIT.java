package org.assay.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assay.api.inference.GRPCInferenceServiceGrpc;
import org.assay.api.inference.InferTensorContents;
import org.assay.api.inference.ModelInferRequest;
import org.assay.api.monitoring.LatencyBuckets;
import org.assay.demo.DemoFiles;
import org.assay.devstack.TestStack;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// What the control plane reads at `/q/metrics`.
@QuarkusTest
@QuarkusTestResource(ServingStack.class)
class MetersIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ConfigProperty(name = ServingStack.FOLDER)
  String folder;

  @TestHTTPResource("/")
  URI root;

  private final String token = TestStack.shared().tokens().service("assay-app");

  @Test
  void answersAndRefusalsByRestAndGrpcAreCountedForTheReleaseAndNeverNameTheCaller()
      throws Exception {
    House.Signed signed = Published.HOUSE.sign("counted", 1, House.open());
    new Published(folder).release(signed);
    String release = signed.live().id().toString();
    ModelInferRequest request = request();
    String rest = "{\"inputs\":[{\"name\":\"float_input\",\"datatype\":\"FP32\",\"shape\":[1,11],";
    Await.until(
        "answers",
        Duration.ofSeconds(20),
        () -> infer(rest + "\"data\":[0,0,0,0,0,0,0,0,0,0,0]}]}") == 200);
    double before = number("assay_serving_answers_seconds_count{release=\"%s\"}", release);
    byGrpc(request);
    assertThat(infer("{}")).isEqualTo(400);
    assertThat(number("assay_serving_answers_seconds_count{release=\"%s\"}", release))
        .isEqualTo(before + 1)
        .isGreaterThanOrEqualTo(2);
    assertThat(
            number("assay_serving_unanswered_total{outcome=\"refused\",release=\"%s\"}", release))
        .isGreaterThanOrEqualTo(1);
    assertThat(edges(release))
        .containsExactlyElementsOf(LatencyBuckets.EDGES_MILLIS.stream().map(m -> m / 1000).toList())
        .hasSize(LatencyBuckets.COUNT - 1);
    assertThat(metrics().lines().filter(line -> line.startsWith("assay_serving_process{")))
        .singleElement()
        .satisfies(line -> UUID.fromString(line.split("\"")[1]));
    assertThat(metrics()).doesNotContain("assay-app");
  }

  private List<Double> edges(String release) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("assay_serving_answers_seconds_bucket{"))
        .filter(line -> line.contains(release) && !line.contains("+Inf"))
        .map(line -> Double.valueOf(line.replaceAll(".*le=\"([^\"]*)\".*", "$1")))
        .toList();
  }

  private double number(String series, String release) {
    String start = series.formatted(release);
    return metrics()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + start));
  }

  private String metrics() {
    return send(HttpRequest.newBuilder(root.resolve("q/metrics"))).body();
  }

  private int infer(String body) {
    return send(HttpRequest.newBuilder(root.resolve("v2/models/counted/infer"))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void byGrpc(ModelInferRequest request) {
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort()).usePlaintext().build();
    try {
      Metadata metadata = new Metadata();
      metadata.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
      var stub =
          GRPCInferenceServiceGrpc.newBlockingStub(
              ClientInterceptors.intercept(
                  channel, MetadataUtils.newAttachHeadersInterceptor(metadata)));
      assertThat(stub.modelInfer(request).getModelName()).isEqualTo("counted");
    } finally {
      channel.shutdownNow();
    }
  }

  private static ModelInferRequest request() throws Exception {
    JsonNode first =
        new ObjectMapper()
            .readTree(DemoFiles.bytes("models/mortgage-approval-logistic/expected.json"))
            .at("/cases/0/values");
    InferTensorContents.Builder contents = InferTensorContents.newBuilder();
    first.forEach(value -> contents.addFp32Contents((float) value.asDouble()));
    return ModelInferRequest.newBuilder()
        .setModelName("counted")
        .addInputs(
            ModelInferRequest.InferInputTensor.newBuilder()
                .setName("float_input")
                .setDatatype("FP32")
                .addShape(1)
                .addShape(11)
                .setContents(contents))
        .build();
  }
}
