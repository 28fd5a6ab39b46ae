package org.assay.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.attestation.Conditions;
import org.assay.demo.DemoFiles;
import org.assay.devstack.TestStack;
import org.assay.devstack.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The data plane as a whole: real tokens, real signatures, the demo's real model.
@QuarkusTest
@QuarkusTestResource(ServingStack.class)
class ServingIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final House HOUSE = Published.HOUSE;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static String token = "";

  @ConfigProperty(name = ServingStack.FOLDER)
  String folder;

  @TestHTTPResource("/")
  URI root;

  private Published published;

  @BeforeEach
  void trust() {
    published = new Published(folder);
    if (token.isEmpty()) {
      token = tokens().service("assay-app");
    }
  }

  @Test
  void anAnswerIsTheOneTheDemoExpectsAndNamesWhatAnswered() throws Exception {
    House.Signed release = live("answers");
    JsonNode expected = expected();
    HttpResponse<String> answer = infer("answers", request(expected, "42"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.path("id").asText()).isEqualTo("42");
    assertThat(body.path("model_name").asText()).isEqualTo("answers");
    assertThat(body.path("model_version").asText()).isEqualTo("1");
    assertProbabilities(body, expected);
    assertThat(answer.headers().firstValue("Assay-Release"))
        .contains(release.live().id().toString());
    assertThat(answer.headers().firstValue("Assay-Model-Digest"))
        .contains("sha256:" + release.live().digest());
  }

  @Test
  void binaryTensorsGoInAndComeOut() throws Exception {
    live("binary");
    byte[] json =
        """
        {"parameters":{"binary_data_output":true},
         "inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11],
           "parameters":{"binary_data_size":44}}],
         "outputs":[{"name":"probabilities"}]}"""
            .getBytes(StandardCharsets.UTF_8);
    JsonNode first = expected().path("cases").get(0);
    ByteBuffer body = ByteBuffer.allocate(json.length + 44).order(ByteOrder.LITTLE_ENDIAN);
    body.put(json);
    first.path("values").forEach(value -> body.putFloat((float) value.asDouble()));
    HttpResponse<byte[]> answer =
        CLIENT.send(
            post("binary")
                .header("Inference-Header-Content-Length", Integer.toString(json.length))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.array()))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    int length =
        Integer.parseInt(
            answer.headers().firstValue("Inference-Header-Content-Length").orElseThrow());
    ByteBuffer raw =
        ByteBuffer.wrap(answer.body(), length, answer.body().length - length)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(raw.remaining()).isEqualTo(8);
    assertThat(raw.getFloat(4))
        .isCloseTo((float) first.path("probability").asDouble(), within(1e-5f));
  }

  @Test
  void withoutATokenNobodyIsAnsweredAndWithoutTheRoleNeither() throws Exception {
    live("guarded");
    HttpRequest.Builder bare =
        HttpRequest.newBuilder(root.resolve("v2/models/guarded/infer"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertError(send(bare), 401, "bearer token");
    assertError(send(bare.copy().header("Authorization", "Bearer nonsense")), 401, "token");
    String olivia = tokens().person("olivia");
    assertError(
        send(bare.copy().header("Authorization", "Bearer " + olivia)), 403, "role consumer");
  }

  @Test
  void theServerSaysWhatItIsWithoutAToken() throws Exception {
    live("described");
    assertThat(JSON.readTree(get("v2").body()).path("name").asText()).isEqualTo("assay-serving");
    assertThat(get("v2/health/live").statusCode()).isEqualTo(200);
    assertThat(get("v2/health/ready").statusCode()).isEqualTo(200);
    HttpResponse<String> metadata = getWithToken("v2/models/described");
    assertThat(JSON.readTree(metadata.body()).path("platform").asText()).isEqualTo("onnx_onnxv1");
    assertThat(JSON.readTree(metadata.body()).at("/inputs/0").toString())
        .isEqualTo("{\"name\":\"float_input\",\"datatype\":\"FP32\",\"shape\":[-1,11]}");
    assertThat(getWithToken("v2/models/described/versions/1/ready").statusCode()).isEqualTo(200);
    assertThat(getWithToken("v2/models").body()).contains("\"described\"");
    assertThat(get("q/metrics").body()).contains("assay_serving_contact_age_seconds");
  }

  @Test
  void anUnknownModelOrVersionIsNotFound() throws Exception {
    live("known");
    assertError(infer("nobody", "{}"), 404, "no release of model nobody");
    assertError(getWithToken("v2/models/known/versions/7"), 404, "version 7 of model known");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = MALFORMED)
  void aMalformedRequestIsRefusedWithAReason(String body, String reason) throws Exception {
    live("strict");
    assertError(infer("strict", body), 400, reason);
  }

  private static final String MALFORMED =
      """
      [] | not a JSON object
      {"inputs":[ | not JSON
      {} | no "inputs"
      {"inputs":[]} | missing input "float_input"
      {"inputs":{}} | must be an array of objects
      {"inputs":[{"datatype":"FP32","shape":[1,11],"data":[0]}]} | no "name"
      {"inputs":[{"name":"float_input","shape":[1,11],"data":[0]}]} | no "datatype"
      {"inputs":[{"name":"float_input","datatype":"FP32","data":[0]}]} | no "shape"
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11]}]} | neither "data"
      {"inputs":[{"name":"other","datatype":"FP32","shape":[1,11],"data":[0]}]} | "other" is unknown
      {"inputs":[{"name":"float_input","datatype":"FP64","shape":[1,11],"data":[0]}]} | not FP64
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,12],"data":[0]}]} | has shape [-1, 11]
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[11],"data":[0]}]} | has shape [-1, 11]
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[-1,11],"data":[0]}]} | dimension of shape
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11],"data":[0]}]} | data holds 1
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[99999999999,11],"data":[0]}]} | dimension of shape
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[2000000000,11],"data":[0]}]} | larger than 2 GiB
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1000000,11],"data":[0]}]} | data holds fewer
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11],"data":[0,0,0,0,0,0,0,0,0,0,0,0]}]} | data holds more
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11],"data":[[0,0],[0]]}]} | nested data must have the shape
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11],"data":["x"]}]} | is a number
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11],"data":[1e99]}]} | within its range
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[0,11],"data":[]},{"name":"float_input","datatype":"FP32","shape":[0,11],"data":[]}]} | given twice
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[0,11],"data":[]}],"outputs":[{"name":"x"}]} | output "x" is unknown
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[0,11],"data":[]}],"outputs":[{}]} | an output has no "name"
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11],"parameters":{"binary_data_size":44}}]} | only 0 bytes are left
      {"id":7,"inputs":[]} | "id" must be a string
      """;

  @Test
  void aRequestThatIsTooLargeIsRefused() throws Exception {
    live("small");
    assertError(infer("small", " ".repeat(262145)), 413, "at most 262144 bytes");
  }

  @Test
  void aRequestWithoutTimeIsGivenUpAtItsDeadline() throws Exception {
    live("hurried");
    ObjectNode request = (ObjectNode) JSON.readTree(request(expected(), "1"));
    request.putObject("parameters").put("timeout", 1);
    assertError(infer("hurried", request.toString()), 504, "deadline");
  }

  @Test
  void theSignedRateAndTheSignedConsumersAreKept() throws Exception {
    live(HOUSE.sign("rated", 1, new Conditions(List.of("*"), List.of(), House.inADay(), 3)));
    String request = request(expected(), "1");
    for (int i = 0; i < 3; i++) {
      assertThat(infer("rated", request).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> fourth = infer("rated", request);
    assertError(fourth, 429, "3 requests a minute");
    assertThat(Integer.parseInt(fourth.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 61);
    Conditions strangers = new Conditions(List.of("somebody"), List.of(), House.inADay(), null);
    live(HOUSE.sign("private", 1, strangers));
    assertError(infer("private", request), 403, "is not for service-account-assay-app");
    Conditions us = new Conditions(List.of("assay-app"), List.of(), House.inADay(), null);
    live(HOUSE.sign("ours", 1, us));
    assertThat(infer("ours", request).statusCode()).isEqualTo(200);
  }

  @Test
  void whatDoesNotVerifyIsNotLoadedAndTheReasonIsShown() throws Exception {
    byte[] changed = House.MODEL.clone();
    changed[changed.length / 2] ^= 1;
    House.Signed bytes = HOUSE.sign("changed", 1, House.open());
    refused(bytes.withFiles(Map.of("model.onnx", changed)), "DIGEST_MISMATCH");
    House.Signed other = HOUSE.sign("other", 1, House.open());
    refused(HOUSE.sign("swapped", 1, House.open()).withBundle(other.bundle()), "signed is release");
    refused(new House().sign("strange", 1, House.open()), "UNKNOWN_KEY");
    House.Signed torn = HOUSE.sign("torn", 1, House.open());
    String bundle = torn.bundle().replace("\"sig\":\"M", "\"sig\":\"N");
    refused(torn.withBundle(bundle), "BAD_SIGNATURE");
    Instant soon = Instant.now().plusSeconds(2);
    House.Signed late = HOUSE.sign("late", 1, new Conditions(List.of("*"), List.of(), soon, null));
    Await.until("the end of late", LIMIT, () -> Instant.now().isAfter(soon));
    refused(late, "EXPIRED");
    refused(
        HOUSE.sign("garbage", 1, House.open(), Map.of("model.onnx", new byte[] {1, 2, 3}), 0),
        "ONNX Runtime refuses the model");
    refused(
        HOUSE.sign("future", 1, House.open(), Map.of("model.onnx", House.MODEL), 1L << 40),
        "epoch");
    assertThat(get("v2/health/ready").body()).contains("DIGEST_MISMATCH", "UNKNOWN_KEY");
  }

  private void refused(House.Signed release, String reason) throws Exception {
    published.release(release);
    String ready = "v2/models/" + release.live().model() + "/ready";
    Await.until(
        reason, LIMIT, () -> quietly(() -> getWithToken(ready).body().contains("is not loaded")));
    assertError(getWithToken(ready), 409, reason);
    assertError(infer(release.live().model(), request(expected(), "1")), 409, reason);
  }

  @Test
  void aRevokedReleaseAnswersNoMoreWithinFiveSeconds() throws Exception {
    House.Signed release = live("revoked");
    String request = request(expected(), "1");
    assertThat(infer("revoked", request).statusCode()).isEqualTo(200);
    published.revoke(release);
    Duration took =
        Await.until(
            "409", LIMIT, () -> quietly(() -> infer("revoked", request).statusCode() == 409));
    assertThat(took).isLessThan(Duration.ofSeconds(5));
    assertError(infer("revoked", request), 409, "not released any more");
    // The feed from before the revocation, replayed, brings nothing back.
    published.replay(release.live());
    Await.until("stale", LIMIT, () -> quietly(() -> contactAge(get("q/metrics").body()) > 2.5));
    assertError(infer("revoked", request), 409, "not released any more");
    published.publish();
    Await.until("fresh", LIMIT, () -> quietly(() -> contactAge(get("q/metrics").body()) < 2));
  }

  @Test
  void withoutContactNothingIsAnsweredAfterTheLimit() throws Exception {
    live("lonely");
    String request = request(expected(), "1");
    published.gone(true);
    try {
      Duration took =
          Await.until(
              "503", LIMIT, () -> quietly(() -> infer("lonely", request).statusCode() == 503));
      assertThat(took).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
      assertError(infer("lonely", request), 503, "no contact with the control plane");
      assertThat(get("v2/health/ready").statusCode()).isEqualTo(503);
    } finally {
      published.gone(false);
    }
    Await.until("200", LIMIT, () -> quietly(() -> infer("lonely", request).statusCode() == 200));
  }

  @Test
  void sixteenCallersAtOnceGetTheRightAnswers() throws Exception {
    live("crowded");
    JsonNode expected = expected();
    String request = request(expected, "1");
    try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(
            callers.submit(
                () -> {
                  for (int n = 0; n < 20; n++) {
                    HttpResponse<String> answer = infer("crowded", request);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    assertProbabilities(JSON.readTree(answer.body()), expected);
                  }
                  return 20;
                }));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(20);
      }
    }
  }

  private House.Signed live(String model) {
    return published.names(model) ? published.get(model) : live(HOUSE.sign(model, 1, House.open()));
  }

  private House.Signed live(House.Signed release) {
    published.release(release);
    String ready = "v2/models/" + release.live().model() + "/ready";
    Await.until(
        release.live().model() + " ready",
        LIMIT,
        () -> quietly(() -> getWithToken(ready).statusCode() == 200));
    return release;
  }

  private static JsonNode expected() throws Exception {
    return JSON.readTree(DemoFiles.bytes("models/mortgage-approval-logistic/expected.json"));
  }

  private static String request(JsonNode expected, String id) {
    ObjectNode request = JSON.createObjectNode().put("id", id);
    ObjectNode input = request.putArray("inputs").addObject();
    input.put("name", "float_input").put("datatype", "FP32");
    input.putArray("shape").add(expected.path("cases").size()).add(11);
    ArrayNode data = input.putArray("data");
    expected.path("cases").forEach(row -> data.add(row.path("values")));
    request.putArray("outputs").addObject().put("name", "probabilities");
    return request.toString();
  }

  private static void assertProbabilities(JsonNode answer, JsonNode expected) {
    JsonNode output = answer.at("/outputs/0");
    int cases = expected.path("cases").size();
    assertThat(output.path("shape").toString()).isEqualTo("[" + cases + ",2]");
    for (int i = 0; i < cases; i++) {
      assertThat(output.path("data").get(2 * i + 1).asDouble())
          .isCloseTo(expected.path("cases").get(i).path("probability").asDouble(), within(1e-5));
    }
  }

  private static void assertError(HttpResponse<String> answer, int status, String reason)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.size()).isEqualTo(1);
    assertThat(body.path("error").asText()).contains(reason);
  }

  private static double contactAge(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("assay_serving_contact_age_seconds"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private HttpRequest.Builder post(String model) {
    return HttpRequest.newBuilder(root.resolve("v2/models/" + model + "/infer"))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> infer(String model, String body) throws Exception {
    return send(post(model).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(root.resolve(path)));
  }

  private HttpResponse<String> getWithToken(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(root.resolve(path)).header("Authorization", "Bearer " + token));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static boolean quietly(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Tokens tokens() {
    return TestStack.shared().tokens();
  }
}
