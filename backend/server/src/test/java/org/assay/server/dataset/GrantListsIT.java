package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStackResource.class)
class GrantListsIT {
  private static final String DATA = "email,age,born\ncanary@example.org,31,1990-01-02\n";
  private static final String CLASSES =
      "{\"email\":\"IDENTIFIER\",\"age\":\"QUASI_IDENTIFIER\",\"born\":\"QUASI_IDENTIFIER\"}";

  @Inject EntityManagerFactory factory;

  @Test
  void everyoneSeesTheGrantsThatConcernThemTheNewestFirst() {
    String first = request("rosa", confirmed("lists-one"));
    String second = request("rosa", confirmed("lists-two"));
    mine("rosa").body("items[0].id", equalTo(second)).body("items[1].id", equalTo(first));
    mine("rosa").body("items.grantee", everyItem(equalTo("rosa")));
    mine("audrey").body("items.id", not(hasItem(second)));
    grants("olivia", "TO_DECIDE").body("items.id", hasItem(second));
    grants("rosa", "TO_DECIDE").body("total", equalTo(0));
    decide(second);
    grants("olivia", "TO_DECIDE")
        .body("items.id", not(hasItem(second)))
        .body("items.id", hasItem(first))
        .body("items.state", everyItem(equalTo("REQUESTED")));
    grants("olivia", "GIVEN")
        .body("items[0].id", equalTo(second))
        .body("items[0].state", equalTo("APPROVED"))
        .body("items[0].dataset", equalTo("lists-two"));
    grants("ada", "GIVEN").body("total", equalTo(0));
  }

  @Test
  void aPageIsCutInTheDatabaseWithoutAQueryForEachGrant() {
    for (String name : List.of("page-a", "page-b", "page-c")) {
      request("ada", confirmed(name));
    }
    Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    People.token("ada");
    statistics.clear();
    People.as("ada")
        .get("/api/v1/grants?size=2&page=0")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("items.dataset", equalTo(List.of("page-c", "page-b")));
    assertThat(statistics.getPrepareStatementCount()).as("count, page, columns").isEqualTo(3);
    statistics.setStatisticsEnabled(false);
    People.as("ada")
        .get("/api/v1/grants?size=2&page=1")
        .then()
        .body("items.dataset", equalTo(List.of("page-a")));
  }

  @Test
  void readsAreToldToTheOwnerAndToThoseWhoCheckOnly() throws SQLException {
    String id = confirmed("reads");
    decide(request("ravi", id));
    People.as("ravi")
        .get("/api/v1/datasets/" + id + "/rows?purpose=looking")
        .then()
        .statusCode(200);
    long before = Sql.events();
    for (String person : List.of("olivia", "audrey", "ada")) {
      reads(person, id)
          .statusCode(200)
          .body("total", equalTo(1))
          .body("items[0].actor", equalTo("ravi"))
          .body("items[0].action", equalTo("dataset.read"))
          .body("items[0].body.purpose", equalTo("looking"))
          .body("items[0].body.rows", equalTo(1));
    }
    reads("rosa", id)
        .statusCode(403)
        .body("detail", containsString("Who read reads is told to olivia, its owner"));
    reads("ravi", id).statusCode(403);
    assertThat(Sql.events()).isEqualTo(before);
  }

  @Test
  void masksAreShownOnMadeUpValuesAndNothingIsRead() throws SQLException {
    String id = confirmed("examples");
    long before = Sql.events();
    examples("ravi", id, "{\"born\":\"CLEAR\"}")
        .statusCode(200)
        .body("column", equalTo(List.of("email", "age", "born")))
        .body("mask", equalTo(List.of("HASH", "BUCKET", "CLEAR")))
        .body("[1].masked", equalTo("30"))
        .body("[2].masked", equalTo("1987-06-15"))
        .body(not(containsString("canary")));
    examples("audrey", id, "{\"nope\":\"CLEAR\",\"age\":\"CLEAR\"}")
        .statusCode(400)
        .body("detail", equalTo("examples has no column nope."));
    examples("audrey", id, "{\"age\":\"BLUR\"}").statusCode(400);
    assertThat(Sql.events()).isEqualTo(before);
  }

  private static ValidatableResponse mine(String person) {
    return People.as(person).get("/api/v1/grants").then().statusCode(200);
  }

  private static ValidatableResponse grants(String person, String scope) {
    return People.as(person).get("/api/v1/grants?size=200&scope=" + scope).then().statusCode(200);
  }

  private static ValidatableResponse reads(String person, String id) {
    return People.as(person).get("/api/v1/datasets/" + id + "/reads").then();
  }

  private static ValidatableResponse examples(String person, String id, String masks) {
    return People.as(person).body(masks).post("/api/v1/datasets/" + id + "/mask-examples").then();
  }

  private static String confirmed(String name) {
    String id =
        People.as("olivia")
            .body(Map.of("name", name, "description", "for a test"))
            .post("/api/v1/datasets")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    People.uploading("olivia")
        .body(DATA.getBytes(StandardCharsets.UTF_8))
        .put("/api/v1/datasets/" + id + "/content")
        .then()
        .statusCode(200);
    People.as("olivia")
        .body(CLASSES)
        .put("/api/v1/datasets/" + id + "/classification")
        .then()
        .statusCode(200);
    return id;
  }

  private static String request(String person, String id) {
    String body =
        "{\"purpose\":\"looking\",\"reason\":\"to look\",\"endsAt\":\"%s\"}"
            .formatted(Instant.now().plus(Duration.ofDays(1)));
    return People.as(person)
        .body(body)
        .post("/api/v1/datasets/" + id + "/grants")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void decide(String grant) {
    People.as("olivia")
        .body(Map.of("approve", true, "reason", "because"))
        .post("/api/v1/grants/" + grant + "/decision")
        .then()
        .statusCode(200);
  }
}
