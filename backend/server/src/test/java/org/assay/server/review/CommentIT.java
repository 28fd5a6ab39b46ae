package org.assay.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.attestation.Digest;
import org.assay.policy.Phase;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.policy.GateDecision;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Versions;
import org.assay.server.review.ExaminedVersion.Stakes;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutJobs.class)
@WithTestResource(TestStackResource.class)
class CommentIT {
  private static final String SQL_COMMENT =
      "insert into assay.review_comment (id, review_id, author, text, evidence_digest)"
          + " values (gen_random_uuid(), ?, 'ravi', 't', ?)";

  @Inject Gates gates;
  @Inject Versions versions;

  @Test
  void whoeverTakesPartSpeaksAndAllOfItIsReadInOrder() throws SQLException {
    UUID review = opened("spoken");
    for (String person : List.of("olivia", "ravi", "ada", "audrey")) {
      say(person, review, "so says " + person)
          .statusCode(201)
          .body("author", equalTo(person))
          .body("text", equalTo("so says " + person))
          .body("evidenceDigest", equalTo(ExaminedVersion.EVIDENCE));
    }
    People.as("rosa")
        .get("/api/v1/reviews/" + review + "/comments")
        .then()
        .statusCode(200)
        .body("author", equalTo(List.of("olivia", "ravi", "ada", "audrey")));
  }

  @Test
  void theRecordProvesTheTextAndDoesNotHoldIt() throws SQLException {
    UUID review = opened("proven");
    String id = say("ravi", review, "der Ausrutscher von März").extract().path("id");
    String digest = Digest.of("der Ausrutscher von März".getBytes(StandardCharsets.UTF_8)).hex();
    String event = "select %s from audit.event where action = 'review.commented' and model = ?";
    assertThat(Sql.text(event.formatted("actor"), "proven")).isEqualTo("ravi");
    assertThat(Sql.text(event.formatted("subject_id"), "proven")).isEqualTo(review.toString());
    assertThat(Sql.text(event.formatted("body ->> 'comment'"), "proven")).isEqualTo(id);
    assertThat(Sql.text(event.formatted("body ->> 'sha256'"), "proven")).isEqualTo(digest);
    assertThat(Sql.text(event.formatted("body::text"), "proven")).doesNotContain("Ausrutscher");
  }

  @Test
  void aCommentGoesStaleWithItsEvidence() throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft("aging", "HIGH", Stakes.OLIVIA);
    GateDecision gate = gates.judge(versions.get(version.id()), Phase.ASSESSMENT, Map.of());
    UUID review = version.open(gate.id(), gate.evidenceDigest(), "olivia", 2);
    say("ravi", review, "the interval is wide").statusCode(201).body("stale", equalTo(false));
    stale(review, List.of(false));
    version.intake("9".repeat(64));
    stale(review, List.of(true));
  }

  @Test
  void whatWasSaidBeforeThereWasEvidenceIsPinnedToNone() throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft("waiting", "HIGH", Stakes.OLIVIA);
    UUID review = version.request("olivia", 2);
    say("ravi", review, "please hurry")
        .statusCode(201)
        .body("evidenceDigest", nullValue())
        .body("stale", equalTo(false));
  }

  @Test
  void everyRefusalChangesNothing() throws SQLException {
    Stakes others = new Stakes("someone", "someone", "someone-else", "someone");
    ExaminedVersion foreign = ExaminedVersion.draft("foreign", "HIGH", others);
    UUID review = foreign.open(foreign.gate("OPEN"), ExaminedVersion.EVIDENCE, "someone", 1);
    String open = ExaminedVersion.everything();
    say("olivia", review, "let me in").statusCode(403).body("detail", containsString("someone"));
    say("ravi", review, "  ").statusCode(400);
    say("ravi", review, "x".repeat(4001)).statusCode(400);
    say("ravi", UUID.randomUUID(), "to nobody").statusCode(404);
    assertThat(ExaminedVersion.everything()).isEqualTo(open);

    People.as("ravi")
        .body("{\"decision\":\"REJECT\",\"reason\":\"no\"}")
        .post("/api/v1/reviews/" + review + "/decisions")
        .then()
        .statusCode(200);
    String closed = ExaminedVersion.everything();
    say("rosa", review, "too late").statusCode(409).body("detail", containsString("REJECTED"));
    refused("AS030", () -> Sql.run(SQL_COMMENT, review, ExaminedVersion.EVIDENCE));
    assertThat(ExaminedVersion.everything()).isEqualTo(closed);
  }

  @Test
  void aCommentIsFinalForTheApplicationAndForTheOwnerOfTheTable() throws SQLException {
    UUID review = opened("final");
    say("ravi", review, "carved").statusCode(201);
    String before = ExaminedVersion.everything();
    refused("42501", () -> Sql.run("update assay.review_comment set text = 'other'"));
    refused("42501", () -> Sql.run("delete from assay.review_comment"));
    refused("42501", () -> Sql.run("truncate assay.review_comment"));
    refused("AS101", () -> Sql.runAsOwner("update assay.review_comment set text = 'other'"));
    refused("AS101", () -> Sql.runAsOwner("delete from assay.review_comment"));
    refused("AS101", () -> Sql.runAsOwner("truncate assay.review_comment"));
    refused("AS031", () -> Sql.run(SQL_COMMENT, review, "f".repeat(64)));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  private static void refused(
      String state, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  private static void stale(UUID review, List<Boolean> expected) {
    People.as("olivia")
        .get("/api/v1/reviews/" + review + "/comments")
        .then()
        .statusCode(200)
        .body("stale", equalTo(expected));
  }

  private static UUID opened(String model) throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft(model, "HIGH", Stakes.OLIVIA);
    return version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, "olivia", 2);
  }

  private static ValidatableResponse say(String person, UUID review, String text) {
    return People.as(person)
        .body(Map.of("text", text))
        .post("/api/v1/reviews/" + review + "/comments")
        .then();
  }
}
