package org.assay.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.jobs.Outcome;
import org.assay.server.registry.Versions;
import org.assay.server.review.ExaminedVersion.Stakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(WithoutJobs.class)
@WithTestResource(TestStackResource.class)
class ReviewIT {
  private static final String SQL_VOTE =
      "insert into assay.decision (id, review_id, person, decision, reason, evidence_digest)"
          + " values (gen_random_uuid(), ?, ?, ?, 'r', ?)";

  @Inject Reviews reviews;
  @Inject Versions versions;

  @Test
  void anOwnerSubmitsAReviewOpensAndTwoPeopleApprove() throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft("walk", "HIGH", Stakes.OLIVIA);
    String review =
        submit("olivia", "walk")
            .statusCode(201)
            .body("state", equalTo("REQUESTED"))
            .body("required", equalTo(2))
            .body("blockedBecause", containsString("role reviewer"))
            .extract()
            .path("id");
    assertThat(version.stage()).isEqualTo("SUBMITTED");
    version.gate("OPEN");
    assertThat(open(version)).isEqualTo(Outcome.passed());
    assertThat(open(version)).isEqualTo(Outcome.passed());
    vote("ravi", review, "APPROVE").statusCode(200).body("state", equalTo("OPEN"));
    assertThat(version.stage()).isEqualTo("IN_REVIEW");
    vote("rosa", review, "APPROVE")
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("decisions.person", equalTo(List.of("ravi", "rosa")))
        .body("closedAt", notNullValue());
    assertThat(version.stage()).isEqualTo("APPROVED");
    assertThat(events("walk", "review.requested")).isEqualTo(1);
    assertThat(events("walk", "review.opened")).isEqualTo(1);
    assertThat(events("walk", "review.voted")).isEqualTo(2);
    assertThat(events("walk", "review.closed")).isEqualTo(1);
    ApprovedReview approved = reviews.approved(version.id()).orElseThrow();
    assertThat(approved.approvals())
        .extracting(ApprovedReview.Approval::person)
        .containsExactly("ravi", "rosa");
    assertThat(approved.approvals()).allSatisfy(a -> assertThat(a.digest()).hasSize(64));
  }

  @Test
  void onlyTheOwnerOfASealedVersionWithAPlanSubmits() throws SQLException {
    ExaminedVersion.draft("not-mine", "LIMITED", new Stakes("x", "x", "someone-else", "x"));
    String before = ExaminedVersion.everything();
    submit("olivia", "not-mine").statusCode(403).body("detail", containsString("someone-else"));
    submit("ravi", "not-mine").statusCode(403);
    assertThat(ExaminedVersion.everything()).isEqualTo(before);

    People.as("olivia")
        .body("{\"name\":\"unsealed\",\"purpose\":\"p\",\"riskTier\":\"LIMITED\"}")
        .post("/api/v1/models")
        .then()
        .statusCode(201);
    People.as("olivia").body("{}").post("/api/v1/models/unsealed/versions").then().statusCode(201);
    submit("olivia", "unsealed").statusCode(409).body("detail", containsString("not sealed"));
    People.uploading("olivia")
        .body(new byte[] {1, 2, 3})
        .put("/api/v1/models/unsealed/versions/1/files/model.onnx")
        .then()
        .statusCode(200);
    People.as("olivia").post("/api/v1/models/unsealed/versions/1/seal").then().statusCode(200);
    submit("olivia", "unsealed").statusCode(409).body("detail", containsString("plan"));
  }

  @Test
  void aVersionIsSubmittedOnce() throws SQLException {
    ExaminedVersion.draft("once", "LIMITED", Stakes.OLIVIA);
    submit("olivia", "once").statusCode(201);
    String before = ExaminedVersion.everything();
    submit("olivia", "once").statusCode(409).body("detail", containsString("SUBMITTED"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  @Test
  void aReviewDoesNotOpenUnaskedNorBeforeTheGate() throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft("early", "LIMITED", Stakes.OLIVIA);
    assertThat(open(version)).isInstanceOf(Outcome.Blocked.class);
    String review = version.request("olivia", 1).toString();
    assertThat(open(version)).isInstanceOf(Outcome.Blocked.class);
    String before = ExaminedVersion.everything();
    vote("ravi", review, "APPROVE").statusCode(409).body("detail", containsString("not open yet"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "requester, ravi, olivia, olivia, olivia, requested the review",
    "author, olivia, ravi, olivia, olivia, is the author",
    "model-owner, olivia, olivia, ravi, olivia, owns the model",
    "data-owner, olivia, olivia, olivia, ravi, owns the data"
  })
  void whoeverHasAStakeDoesNotDecideInCodeNorOnTheTable(
      String kind, String requester, String author, String owner, String dataOwner, String because)
      throws SQLException {
    Stakes stakes = new Stakes(requester, author, owner, dataOwner);
    ExaminedVersion version = ExaminedVersion.draft("stake-" + kind, "LIMITED", stakes);
    UUID review = version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, requester, 1);
    String before = ExaminedVersion.everything();
    for (String decision : List.of("APPROVE", "REQUEST_CHANGES", "REJECT")) {
      vote("ravi", review.toString(), decision)
          .statusCode(403)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:assay:problem:conflict-of-interest"))
          .body("detail", containsString(because));
      assertThatThrownBy(
              () -> Sql.run(SQL_VOTE, review, "ravi", decision, ExaminedVersion.EVIDENCE))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS032"));
    }
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
    People.as("ravi")
        .get("/api/v1/reviews?mine=true&size=200")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(review.toString())));
    People.as("rosa")
        .get("/api/v1/reviews?mine=true&size=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(review.toString()));
    People.as("ravi")
        .get("/api/v1/reviews/" + review)
        .then()
        .statusCode(200)
        .body("blockedBecause", containsString(because));
  }

  @Test
  void anAdministratorAnAuditorAndTheOwnerDoNotDecide() throws SQLException {
    String review = opened("roles", "OPEN", 1).toString();
    String before = ExaminedVersion.everything();
    for (String person : List.of("ada", "audrey", "olivia")) {
      vote(person, review, "APPROVE").statusCode(403);
    }
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
    People.as("ada")
        .get("/api/v1/reviews?mine=true")
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
  }

  @Test
  void oneVoteStandsWhenOnePersonVotesManyTimesAtOnce() throws Exception {
    ExaminedVersion version = ExaminedVersion.draft("eager", "HIGH", Stakes.OLIVIA);
    UUID review = version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, "olivia", 2);
    People.token("ravi");
    List<Integer> answers =
        AtOnce.run(
            java.util.Collections.nCopies(
                6, () -> vote("ravi", review.toString(), "APPROVE").extract().statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
    assertThat(votes(review)).isEqualTo(1);
    assertThat(events("eager", "review.voted")).isEqualTo(1);
    assertThat(version.stage()).isEqualTo("IN_REVIEW");
    assertThatThrownBy(() -> Sql.run(SQL_VOTE, review, "ravi", "APPROVE", ExaminedVersion.EVIDENCE))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
  }

  @Test
  void theLastTwoVotesAtOnceAreBothCounted() throws Exception {
    for (int round = 0; round < 5; round++) {
      String model = "together-" + round;
      ExaminedVersion version = ExaminedVersion.draft(model, "HIGH", Stakes.OLIVIA);
      String review =
          version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, "olivia", 2).toString();
      People.token("ravi");
      People.token("rosa");
      List<Integer> answers =
          AtOnce.run(
              List.of(
                  () -> vote("ravi", review, "APPROVE").extract().statusCode(),
                  () -> vote("rosa", review, "APPROVE").extract().statusCode()));
      assertThat(answers).containsExactly(200, 200);
      assertThat(version.stage()).isEqualTo("APPROVED");
      assertThat(events(model, "review.closed")).isEqualTo(1);
    }
  }

  @Test
  void whatTheGateBlocksIsNotApprovedButMayBeRejected() throws SQLException {
    UUID review = opened("blocked", "BLOCKED", 1);
    String before = ExaminedVersion.everything();
    vote("ravi", review.toString(), "APPROVE")
        .statusCode(409)
        .body("type", equalTo("urn:assay:problem:gate-blocked"))
        .body("detail", containsString("impact-ratio (fail)"));
    assertThatThrownBy(() -> Sql.run(SQL_VOTE, review, "ravi", "APPROVE", ExaminedVersion.EVIDENCE))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS033"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
    People.as("ravi")
        .get("/api/v1/reviews/" + review)
        .then()
        .body("blockedBecause", nullValue())
        .body("gateVerdict", equalTo("blocked"))
        .body("approvalBlockedBecause", containsString("impact-ratio"));
    People.as("ravi")
        .header("Accept-Language", "zh-CN")
        .get("/api/v1/reviews/" + review)
        .then()
        .body("approvalBlockedBecause", containsString("政策关口阻止了"))
        .body("approvalBlockedBecause", containsString("impact-ratio (fail)"));
    vote("ravi", review.toString(), "REJECT").statusCode(200).body("state", equalTo("REJECTED"));
  }

  @Test
  void aVoteAboutOtherEvidenceOrWithoutAReasonIsRefused() throws SQLException {
    String review = opened("evidence", "OPEN", 1).toString();
    String before = ExaminedVersion.everything();
    People.as("ravi")
        .body(
            """
            {"decision":"APPROVE","reason":"good","evidenceDigest":"%s"}
            """
                .formatted("f".repeat(64)))
        .post("/api/v1/reviews/" + review + "/decisions")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:assay:problem:evidence-changed"));
    People.as("ravi")
        .body("{\"decision\":\"APPROVE\",\"reason\":\"  \"}")
        .post("/api/v1/reviews/" + review + "/decisions")
        .then()
        .statusCode(400)
        .body("errors[0]", containsString("reason"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "REJECT, REJECTED, REJECTED",
    "REQUEST_CHANGES, CHANGES_REQUESTED, CHANGES_REQUESTED"
  })
  void oneRejectionOrRequestForChangesClosesTheReview(String decision, String state, String stage)
      throws SQLException {
    String model = "closed-" + decision.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    ExaminedVersion version = ExaminedVersion.draft(model, "HIGH", Stakes.OLIVIA);
    UUID review = version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, "olivia", 2);
    vote("ravi", review.toString(), "APPROVE").statusCode(200);
    vote("rosa", review.toString(), decision).statusCode(200).body("state", equalTo(state));
    assertThat(version.stage()).isEqualTo(stage);
    assertThat(reviews.approved(version.id())).isEmpty();
    String before = ExaminedVersion.everything();
    vote("ravi", review.toString(), "APPROVE")
        .statusCode(409)
        .body("detail", containsString("closed"));
    assertThatThrownBy(
            () -> Sql.run(SQL_VOTE, review, "someone", "APPROVE", ExaminedVersion.EVIDENCE))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS030"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  @Test
  void aWithdrawnVersionIsNotReviewedAnyMore() throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft("given-up", "LIMITED", Stakes.OLIVIA);
    UUID review = version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, "olivia", 1);
    People.as("olivia")
        .post("/api/v1/models/given-up/versions/1/withdrawal")
        .then()
        .statusCode(200);
    assertThat(version.stage()).isEqualTo("WITHDRAWN");
    assertThat(events("given-up", "review.withdrawn")).isEqualTo(1);
    vote("ravi", review.toString(), "APPROVE")
        .statusCode(409)
        .body("detail", containsString("WITHDRAWN"));
  }

  @Test
  void aBlockedAssessmentGivesASubmittedVersionBackToItsOwner() throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft("given-back", "LIMITED", Stakes.OLIVIA);
    version.request("olivia", 1);
    reviews.returnToOwner(versions.get(version.id()), "The model has no output.");
    assertThat(version.stage()).isEqualTo("DRAFT");
    assertThat(events("given-back", "review.returned")).isEqualTo(1);
    String before = ExaminedVersion.everything();
    reviews.returnToOwner(versions.get(version.id()), "Once more.");
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
    submit("olivia", "given-back").statusCode(201);
  }

  private Outcome open(ExaminedVersion version) {
    return reviews.open(versions.get(version.id()), new SilentRun(version.id()));
  }

  private static UUID opened(String model, String verdict, int required) throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft(model, "LIMITED", Stakes.OLIVIA);
    return version.open(version.gate(verdict), ExaminedVersion.EVIDENCE, "olivia", required);
  }

  private static ValidatableResponse submit(String person, String model) {
    return People.as(person)
        .body("{\"reason\":\"better than the one before\"}")
        .post("/api/v1/models/" + model + "/versions/1/reviews")
        .then();
  }

  private static ValidatableResponse vote(String person, String review, String decision) {
    return People.as(person)
        .body("{\"decision\":\"%s\",\"reason\":\"looked at it\"}".formatted(decision))
        .post("/api/v1/reviews/" + review + "/decisions")
        .then();
  }

  private static long votes(UUID review) throws SQLException {
    return Sql.number("select count(*) from assay.decision where review_id = ?", review);
  }

  private static long events(String model, String action) throws SQLException {
    return Sql.number(
        "select count(*) from audit.event where model = ? and action = ?", model, action);
  }
}
