package org.assay.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.review.ExaminedVersion.Stakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where it takes two, the second decides without knowing the first.
@QuarkusTest
@TestProfile(WithoutJobs.class)
@WithTestResource(TestStackResource.class)
class HiddenVotesIT {
  private static final List<String> LED = List.of("rosa", "olivia", "ada");
  private static final List<String> EVERYBODY = List.of("rosa", "ravi", "olivia", "ada", "audrey");

  @Test
  void whileAReviewIsOpenOnlyWhoHasVotedAndTheAuditorSeeAVote() throws SQLException {
    UUID review = opened("apart", 2);
    vote("ravi", review, "APPROVE").statusCode(200).body("decisions.person", equalTo(ravi()));
    for (String person : LED) {
      assertThat(everyAnswerAboutTheReview(person, "apart", review))
          .as(person)
          .doesNotContain(secret("ravi", review))
          .doesNotContain("review.voted");
      review(person, review).body("votes", equalTo(1)).body("decisions", equalTo(List.of()));
    }
    for (String person : List.of("ravi", "audrey")) {
      assertThat(everyAnswerAboutTheReview(person, "apart", review))
          .as(person)
          .contains(secret("ravi", review))
          .contains("review.voted");
      review(person, review).body("votes", equalTo(1)).body("decisions.person", equalTo(ravi()));
    }
  }

  @Test
  void theRecordLeavesTheEventOutForAnAdministratorButNotForAnAuditor() throws SQLException {
    UUID review = opened("recorded-apart", 2);
    vote("ravi", review, "APPROVE").statusCode(200);
    String search = "/api/v1/audit/events?actor=ravi&subject=" + review;
    long event =
        Sql.number("select max(id) from audit.event where subject_id = ?", review.toString());
    String one = "/api/v1/audit/events/" + event;
    People.as("ada").get(search).then().statusCode(200).body("total", equalTo(0));
    People.as("ada").get(one).then().statusCode(403).body("detail", containsString("" + event));
    People.as("audrey").get(search).then().statusCode(200).body("total", equalTo(1));
    People.as("audrey").get(one).then().statusCode(200).body("actor", equalTo("ravi"));
    vote("rosa", review, "APPROVE").statusCode(200);
    People.as("ada").get(search).then().statusCode(200).body("total", equalTo(1));
    People.as("ada").get(one).then().statusCode(200).body("body.decision", equalTo("APPROVE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"APPROVE", "REQUEST_CHANGES", "REJECT"})
  void onceTheReviewIsClosedEverybodySeesEveryVote(String last) throws SQLException {
    String model = "shown-" + last.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    UUID review = opened(model, 2);
    vote("ravi", review, "APPROVE").statusCode(200);
    vote("rosa", review, last).statusCode(200);
    for (String person : EVERYBODY) {
      assertThat(everyAnswerAboutTheReview(person, model, review))
          .as(person)
          .contains(secret("ravi", review), secret("rosa", review), "review.voted");
      review(person, review).body("decisions.person", equalTo(List.of("ravi", "rosa")));
    }
  }

  @Test
  void theVotesOfAWithdrawnReviewAreShown() throws SQLException {
    UUID review = opened("taken-back", 2);
    vote("ravi", review, "APPROVE").statusCode(200);
    People.as("olivia")
        .post("/api/v1/models/taken-back/versions/1/withdrawal")
        .then()
        .statusCode(200);
    assertThat(everyAnswerAboutTheReview("rosa", "taken-back", review))
        .contains(secret("ravi", review));
  }

  @Test
  void aPersonWithAStakeDoesNotSeeTheVotesEvenWithTheRoleReviewer() throws SQLException {
    Stakes stakes = new Stakes("olivia", "rosa", "olivia", "olivia");
    ExaminedVersion version = ExaminedVersion.draft("author-apart", "HIGH", stakes);
    UUID review = version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, "olivia", 2);
    vote("ravi", review, "APPROVE").statusCode(200);
    assertThat(everyAnswerAboutTheReview("rosa", "author-apart", review))
        .doesNotContain(secret("ravi", review));
  }

  private static String everyAnswerAboutTheReview(String person, String model, UUID review) {
    String version = "/api/v1/models/" + model + "/versions/1";
    return body(person, "/api/v1/reviews/" + review)
        + body(person, "/api/v1/reviews?size=200")
        + body(person, version + "/reviews")
        + body(person, version + "/events")
        + (List.of("ada", "audrey").contains(person)
            ? body(person, "/api/v1/audit/events?size=200&model=" + model)
                + body(person, "/api/v1/audit/export.csv?model=" + model)
                + body(person, "/api/v1/audit/export.json?model=" + model)
            : "");
  }

  private static String body(String person, String path) {
    return People.as(person).get(path).then().statusCode(200).extract().asString();
  }

  private static ValidatableResponse review(String person, UUID review) {
    return People.as(person).get("/api/v1/reviews/" + review).then().statusCode(200);
  }

  private static UUID opened(String model, int required) throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft(model, "HIGH", Stakes.OLIVIA);
    return version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, "olivia", required);
  }

  private static ValidatableResponse vote(String person, UUID review, String decision) {
    return People.as(person)
        .body("{\"decision\":\"%s\",\"reason\":\"%s\"}".formatted(decision, secret(person, review)))
        .post("/api/v1/reviews/" + review + "/decisions")
        .then();
  }

  /// A reason that is nowhere else.
  private static String secret(String person, UUID review) {
    return "what-" + person + "-thinks-of-" + review;
  }

  private static List<String> ravi() {
    return List.of("ravi");
  }
}
