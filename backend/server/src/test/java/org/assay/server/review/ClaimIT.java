package org.assay.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.jobs.Outcome;
import org.assay.server.registry.Versions;
import org.assay.server.review.ExaminedVersion.Stakes;
import org.junit.jupiter.api.Test;

/// Who reads a review, and until when it should be decided.
@QuarkusTest
@TestProfile(WithoutJobs.class)
@WithTestResource(TestStackResource.class)
class ClaimIT {
  private static final String SQL_CLAIM =
      "update assay.review set claimed_by = ?, claimed_at = now() where id = ?";

  @Inject Reviews reviews;
  @Inject Versions versions;

  @Test
  void aClaimIsTakenOverAndGivenBack() throws SQLException {
    UUID review = opened("taken");
    claim("ravi", review)
        .statusCode(200)
        .body("claimedBy", equalTo("ravi"))
        .body("claimedAt", notNullValue());
    String held = ExaminedVersion.everything();
    claim("ravi", review).statusCode(200).body("claimedBy", equalTo("ravi"));
    assertThat(ExaminedVersion.everything()).as("claiming again").isEqualTo(held);

    claim("rosa", review).statusCode(200).body("claimedBy", equalTo("rosa"));
    assertThat(
            Sql.text(
                "select string_agg(actor || ' ' || coalesce(body ->> 'takenOverFrom', '-'), ', '"
                    + " order by id) from audit.event where model = 'taken'"
                    + " and action = 'review.claimed'"))
        .isEqualTo("ravi -, rosa ravi");
    String taken = ExaminedVersion.everything();
    unclaim("ravi", review).statusCode(403).body("detail", containsString("claimed by rosa"));
    assertThat(ExaminedVersion.everything()).isEqualTo(taken);

    unclaim("rosa", review)
        .statusCode(200)
        .body("claimedBy", nullValue())
        .body("claimedAt", nullValue());
    assertThat(events("taken", "review.unclaimed")).isEqualTo(1);
    String free = ExaminedVersion.everything();
    unclaim("rosa", review).statusCode(409).body("detail", containsString("Nobody has claimed"));
    assertThat(ExaminedVersion.everything()).isEqualTo(free);
  }

  @Test
  void onlyWhoMayDecideClaims() throws SQLException {
    Stakes stakes = new Stakes("olivia", "ravi", "olivia", "olivia");
    ExaminedVersion version = ExaminedVersion.draft("not-for-all", "HIGH", stakes);
    UUID asked = version.request("olivia", 2);
    String before = ExaminedVersion.everything();
    claim("rosa", asked).statusCode(409).body("detail", containsString("not open yet"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);

    UUID open = opened("stakes", stakes);
    String opened = ExaminedVersion.everything();
    for (String person : List.of("olivia", "ada", "audrey")) {
      claim(person, open).statusCode(403);
      unclaim(person, open).statusCode(403);
    }
    claim("ravi", open)
        .statusCode(403)
        .body("type", equalTo("urn:assay:problem:conflict-of-interest"));
    for (String person : List.of("olivia", "ravi")) {
      assertThatThrownBy(() -> Sql.run(SQL_CLAIM, person, open))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS032"));
    }
    assertThat(ExaminedVersion.everything()).isEqualTo(opened);
  }

  @Test
  void aClaimKeepsNobodyFromDecidingAndEndsWithTheVoteOrTheReview() throws SQLException {
    UUID review = opened("busy");
    claim("ravi", review).statusCode(200);
    vote("rosa", review, "APPROVE").statusCode(200).body("claimedBy", equalTo("ravi"));
    String before = ExaminedVersion.everything();
    claim("rosa", review).statusCode(409).body("detail", containsString("has decided"));
    assertThatThrownBy(() -> Sql.run(SQL_CLAIM, "rosa", review))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS030"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
    vote("ravi", review, "REJECT").statusCode(200).body("claimedBy", nullValue());

    UUID own = opened("own-vote");
    claim("ravi", own).statusCode(200);
    vote("ravi", own, "APPROVE")
        .statusCode(200)
        .body("state", equalTo("OPEN"))
        .body("claimedBy", nullValue());

    UUID closed = opened("closed-under-them");
    claim("ravi", closed).statusCode(200);
    vote("rosa", closed, "REQUEST_CHANGES").statusCode(200).body("claimedBy", nullValue());
    String after = ExaminedVersion.everything();
    claim("ravi", closed).statusCode(409).body("detail", containsString("closed"));
    assertThatThrownBy(() -> Sql.run(SQL_CLAIM, "ravi", closed))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS101"));
    assertThat(ExaminedVersion.everything()).isEqualTo(after);
  }

  @Test
  void twoClaimsAtOnceAreBothOnTheRecordAndOneHolds() throws Exception {
    UUID review = opened("both");
    People.token("ravi");
    People.token("rosa");
    List<Integer> answers =
        AtOnce.run(
            List.of(
                () -> claim("ravi", review).extract().statusCode(),
                () -> claim("rosa", review).extract().statusCode()));
    assertThat(answers).containsExactly(200, 200);
    assertThat(events("both", "review.claimed")).isEqualTo(2);
    assertThat(
            Sql.number(
                "select count(*) from audit.event e join assay.review r"
                    + " on cast(r.id as text) = e.subject_id where e.model = 'both'"
                    + " and e.body ->> 'takenOverFrom' <> r.claimed_by"))
        .as("the later took over from the earlier and holds")
        .isEqualTo(1);
  }

  @Test
  void whatIsDueFirstIsAtTheTop() throws SQLException {
    String minimal = openedByTheLine("due-minimal", "MINIMAL", 15);
    String limited = openedByTheLine("due-limited", "LIMITED", 10);
    String high = openedByTheLine("due-high", "HIGH", 5);
    String asked =
        ExaminedVersion.draft("due-later", "HIGH", Stakes.OLIVIA).request("olivia", 2).toString();
    UUID closed = opened("due-never");
    vote("ravi", closed, "REJECT").statusCode(200);
    List<String> all = ids("");
    assertThat(all).containsSubsequence(high, limited, minimal, asked, closed.toString());
    assertThat(ids("&state=OPEN")).containsSubsequence(high, limited, minimal);
    assertThat(ids("&mine=true")).containsSubsequence(high, limited, minimal);
  }

  @Test
  void theEndOfAnOpenReviewNeverMoves() throws SQLException {
    UUID review = opened("fixed-end");
    String before = ExaminedVersion.everything();
    assertThatThrownBy(
            () ->
                Sql.run(
                    "update assay.review set due_at = due_at + interval '1 day' where id = ?",
                    review))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS101"));
    assertThatThrownBy(
            () ->
                Sql.run(
                    "insert into assay.review (id, version_id, requester, reason, required, state,"
                        + " gate_id, evidence_digest, requested_at, opened_at, closed_at, revision)"
                        + " select gen_random_uuid(), version_id, requester, reason, 1, 'APPROVED',"
                        + " gate_id, evidence_digest, now(), now(), now(), 0 from assay.review"
                        + " where id = ?",
                    review))
        .as("no review comes into the table approved")
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS101"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  private String openedByTheLine(String model, String tier, int days) throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft(model, tier, Stakes.OLIVIA);
    String id = version.request("olivia", 1).toString();
    People.as("rosa").get("/api/v1/reviews/" + id).then().body("dueAt", nullValue());
    version.gate("OPEN");
    assertThat(reviews.open(versions.get(version.id()), new SilentRun(version.id())))
        .isEqualTo(Outcome.passed());
    ValidatableResponse view = People.as("rosa").get("/api/v1/reviews/" + id).then();
    Instant opened = Instant.parse(view.extract().path("openedAt"));
    Instant due = Instant.parse(view.extract().path("dueAt"));
    assertThat(Duration.between(opened, due)).isEqualTo(Duration.ofDays(days));
    return id;
  }

  private static List<String> ids(String query) {
    return People.as("rosa")
        .get("/api/v1/reviews?size=200" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private static UUID opened(String model) throws SQLException {
    return opened(model, Stakes.OLIVIA);
  }

  private static UUID opened(String model, Stakes stakes) throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft(model, "HIGH", stakes);
    return version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, stakes.requester(), 2);
  }

  private static ValidatableResponse claim(String person, UUID review) {
    return People.as(person).post("/api/v1/reviews/" + review + "/claim").then();
  }

  private static ValidatableResponse unclaim(String person, UUID review) {
    return People.as(person).delete("/api/v1/reviews/" + review + "/claim").then();
  }

  private static ValidatableResponse vote(String person, UUID review, String decision) {
    return People.as(person)
        .body("{\"decision\":\"%s\",\"reason\":\"looked at it\"}".formatted(decision))
        .post("/api/v1/reviews/" + review + "/decisions")
        .then();
  }

  private static long events(String model, String action) throws SQLException {
    return Sql.number(
        "select count(*) from audit.event where model = ? and action = ?", model, action);
  }
}
