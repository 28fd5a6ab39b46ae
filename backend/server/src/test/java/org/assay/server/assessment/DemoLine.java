package org.assay.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assay.server.People;

/// The demo's models and data brought up to an assessment, through the API, by olivia.
final class DemoLine {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Path DEMO = Path.of("../demo/src/main/resources/demo");
  private static final Path FIGURES = Path.of("../demo/train/results.json");
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final String model;

  private DemoLine(String model) {
    this.model = model;
  }

  /// A registered model without a version.
  static DemoLine register(String model) {
    People.as("olivia")
        .body(Map.of("name", model, "purpose", "sorts mortgage applications", "riskTier", "HIGH"))
        .post("/api/v1/models")
        .then()
        .statusCode(201);
    return new DemoLine(model);
  }

  /// A new version with the demo's logistic model in it, not sealed.
  DemoLine uploaded(int number) {
    People.as("olivia")
        .body("{}")
        .post("/api/v1/models/" + model + "/versions")
        .then()
        .statusCode(201);
    People.uploading("olivia")
        .body(bytes("models/mortgage-approval-logistic/model.onnx"))
        .put(path(number) + "/files/model.onnx")
        .then()
        .statusCode(200);
    return this;
  }

  DemoLine sealed(int number) {
    People.as("olivia").post(path(number) + "/seal").then().statusCode(200);
    return this;
  }

  /// Gives a plan and expects that it is taken.
  DemoLine planned(int number, JsonNode plan) {
    People.as("olivia")
        .body(plan.toString())
        .post(path(number) + "/assessments")
        .then()
        .statusCode(202);
    return this;
  }

  DemoLine submitted(int number) {
    People.as("olivia")
        .body(Map.of("reason", "It is better than what is live."))
        .post(path(number) + "/reviews")
        .then()
        .statusCode(201);
    return this;
  }

  /// Waits until the step stands there and no job works on the version any more.
  JsonPath await(int number, String step, String state) {
    return until(
        () -> assessment(number),
        seen -> state.equals(state(seen, step)) && !live(seen),
        step + " " + state);
  }

  JsonPath assessment(int number) {
    return get("olivia", number, "/assessments");
  }

  JsonPath get(String person, int number, String what) {
    return People.as(person).get(path(number) + what).then().statusCode(200).extract().jsonPath();
  }

  String stage(int number) {
    return get("olivia", number, "").getString("stage");
  }

  String path(int number) {
    return "/api/v1/models/" + model + "/versions/" + number;
  }

  static String state(JsonPath assessment, String step) {
    return assessment.getString("steps.find { it.name == '" + step + "' }.state");
  }

  static String message(JsonPath assessment, String step) {
    return assessment.getString("steps.find { it.name == '" + step + "' }.message");
  }

  private static boolean live(JsonPath assessment) {
    String job = assessment.getString("job.state");
    return "WAITING".equals(job) || "RUNNING".equals(job);
  }

  /// The demo's held-out rows as a dataset with its classification confirmed.
  static String dataset(String name) {
    ObjectNode description = read(DEMO.resolve("dataset.json"));
    String id =
        People.as("olivia")
            .body(Map.of("name", name, "description", "Boston mortgage applications of 1990"))
            .post("/api/v1/datasets")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    People.uploading("olivia")
        .body(bytes("hmda-heldout.csv"))
        .put("/api/v1/datasets/" + id + "/content")
        .then()
        .statusCode(200);
    People.as("olivia")
        .body(description.get("columns").toString())
        .put("/api/v1/datasets/" + id + "/classification")
        .then()
        .statusCode(200);
    return id;
  }

  /// The demo's plan for the logistic model.
  static ObjectNode plan(String dataset) {
    return read(DEMO.resolve("models/mortgage-approval-logistic/plan.json"))
        .put("datasetId", dataset);
  }

  /// What the demo's training script found on the held-out rows, six digits.
  static JsonNode figures() {
    return read(FIGURES).at("/models/mortgage-approval-logistic/heldOut");
  }

  /// The process that runs a model now.
  static ProcessHandle awaitWorker() {
    return until(
            () -> ProcessHandle.current().descendants().filter(DemoLine::isWorker).findFirst(),
            Optional::isPresent,
            "a worker process")
        .orElseThrow();
  }

  static <T> T until(Supplier<T> look, Predicate<T> done, String what) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    T seen = look.get();
    while (!done.test(seen)) {
      assertThat(System.nanoTime())
          .as("waiting for %s, seen last: %s", what, shown(seen))
          .isLessThan(deadline);
      LockSupport.parkNanos(PAUSE.toNanos());
      seen = look.get();
    }
    return seen;
  }

  private static Object shown(Object seen) {
    return seen instanceof JsonPath json ? json.prettify() : seen;
  }

  private static boolean isWorker(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("org.assay.worker.Main");
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(DEMO.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
