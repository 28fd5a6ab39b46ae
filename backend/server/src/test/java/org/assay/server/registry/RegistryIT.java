package org.assay.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStackResource.class)
class RegistryIT {
  private static final byte[] BYTES = "not a model, but bytes".getBytes(StandardCharsets.UTF_8);

  @Test
  void aModelIsRegisteredAndFoundAndTheActIsOnTheRecord() throws SQLException {
    long before = Sql.events();
    register("credit-a");
    assertThat(Sql.events()).isEqualTo(before + 1);
    People.as("ravi")
        .get("/api/v1/models?q=CREDIT-A")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("credit-a"))
        .body("items[0].owner", equalTo("olivia"));
  }

  @Test
  void aNameIsTakenOnce() throws SQLException {
    register("credit-b");
    long before = Sql.events();
    People.as("olivia")
        .body(model("credit-b"))
        .post("/api/v1/models")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:assay:problem:conflict"))
        .body("detail", containsString("credit-b"));
    assertThat(Sql.events()).isEqualTo(before);
  }

  @Test
  void aBadRequestNamesTheField() {
    People.as("olivia")
        .body("{\"name\":\"Bad Name\",\"purpose\":\"\",\"riskTier\":\"HIGH\"}")
        .post("/api/v1/models")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.size()", equalTo(2))
        .body("errors[0]", containsString("name must be"));
    People.as("olivia")
        .body("{\"name\":\"good-name\",\"purpose\":\"p\",\"riskTier\":\"HUGE\"}")
        .post("/api/v1/models")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void filesAreReplacedUntilTheVersionIsSealedAndThenFixed() {
    register("credit-c");
    version("credit-c");
    String file = "/api/v1/models/credit-c/versions/1/files/model.onnx";
    People.uploading("olivia")
        .body("first".getBytes(StandardCharsets.UTF_8))
        .put(file)
        .then()
        .statusCode(200);
    String digest =
        People.uploading("olivia")
            .body(BYTES)
            .put(file)
            .then()
            .statusCode(200)
            .body("size", equalTo(BYTES.length))
            .extract()
            .path("sha256");
    People.as("olivia")
        .post("/api/v1/models/credit-c/versions/1/seal")
        .then()
        .statusCode(200)
        .body("files.size()", equalTo(1))
        .body("files[0].sha256", equalTo(digest))
        .body("digest.length()", equalTo(64));
    People.uploading("olivia")
        .body("other".getBytes(StandardCharsets.UTF_8))
        .put(file)
        .then()
        .statusCode(409)
        .body("detail", containsString("sealed"));
    assertThatThrownBy(() -> Sql.run("update assay.model_file set size = size + 1"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS011"));
  }

  @Test
  void nobodyButTheOwnerChangesAModel() throws SQLException {
    register("credit-d");
    long before = Sql.events();
    People.as("ravi").body("{}").post("/api/v1/models/credit-d/versions").then().statusCode(403);
    People.as("ada").body("{}").post("/api/v1/models/credit-d/versions").then().statusCode(403);
    assertThat(Sql.events()).isEqualTo(before);
  }

  @Test
  void aVersionWithoutAModelFileIsNotSealed() {
    register("credit-e");
    version("credit-e");
    People.uploading("olivia")
        .body(BYTES)
        .put("/api/v1/models/credit-e/versions/1/files/weights.bin")
        .then()
        .statusCode(200);
    People.as("olivia")
        .post("/api/v1/models/credit-e/versions/1/seal")
        .then()
        .statusCode(409)
        .body("detail", containsString("model.onnx"));
  }

  @Test
  void aStageIsNotJumpedNotEvenInTheDatabase() {
    register("credit-f");
    version("credit-f");
    assertThatThrownBy(
            () ->
                Sql.run(
                    "update assay.model_version set stage = 'RELEASED' where model_id ="
                        + " (select id from assay.model where name = 'credit-f')"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS010"));
  }

  @Test
  void withoutATokenNothingAnswers() {
    io.restassured.RestAssured.given()
        .get("/api/v1/models")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer");
  }

  private static void register(String name) {
    People.as("olivia").body(model(name)).post("/api/v1/models").then().statusCode(201);
  }

  private static void version(String model) {
    People.as("olivia")
        .body("{}")
        .post("/api/v1/models/" + model + "/versions")
        .then()
        .statusCode(201);
  }

  private static String model(String name) {
    return "{\"name\":\"%s\",\"purpose\":\"credit decisions\",\"riskTier\":\"LIMITED\"}"
        .formatted(name);
  }
}
