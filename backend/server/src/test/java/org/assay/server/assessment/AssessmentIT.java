package org.assay.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assay.attestation.Digest;
import org.assay.ledger.CanonicalJson;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStackResource.class)
class AssessmentIT {
  private static final double ROUNDING = 1e-6;

  private static @Nullable String brought;

  /// Brought by the first test that needs it.
  private static synchronized String dataset() {
    String id = brought == null ? DemoLine.dataset("hmda-for-assessments") : brought;
    brought = id;
    return id;
  }

  @Test
  void theLineRunsUpToTheReviewAndItsFiguresAreThoseOfTheTrainingScript() throws SQLException {
    DemoLine line =
        DemoLine.register("figures").uploaded(1).planned(1, DemoLine.plan(dataset())).sealed(1);
    JsonPath stands = line.await(1, "review", "BLOCKED");
    assertThat(stands.getList("steps.state"))
        .containsExactly("PASSED", "PASSED", "PASSED", "PASSED", "BLOCKED");
    assertThat(DemoLine.message(stands, "review")).contains("not been submitted");
    assertThat(stands.getString("job.state")).isEqualTo("DONE");
    JsonPath audit = line.get("olivia", 1, "/bias-audit");
    JsonNode figures = DemoLine.figures();
    assertThat(audit.getLong("rows")).isEqualTo(figures.get("rows").asLong());
    for (String attribute : List.of("afam", "single", "afam x single")) {
      assertSameFigures(audit, attribute, figures.get("parity").get(attribute));
    }
    assertDigestIsOverTheStoredReport("bias_audit", audit.getString("digest"));
    assertOneEvent("figures", "bias-audit.completed");
    assertOneEvent("figures", "explanation.completed");
  }

  @Test
  void theExplanationAddsUpAndShowsRowsOnlyToWhoMayReadThem() throws SQLException {
    DemoLine line =
        DemoLine.register("explained").uploaded(1).planned(1, DemoLine.plan(dataset())).sealed(1);
    line.await(1, "explanation", "PASSED");
    JsonPath explanation = line.get("olivia", 1, "/explanation");
    assertThat(explanation.getString("method")).isEqualTo("exact");
    assertThat(explanation.getList("features")).hasSize(11);
    assertThat(explanation.getDouble("additivityError")).isLessThan(1e-5);
    assertThat(explanation.getList("values")).hasSize(50);
    assertThat(explanation.getList("rows")).hasSize(50);
    List<Double> importance = explanation.getList("importance.importance", Double.class);
    assertThat(importance).hasSize(11).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    JsonPath forReviewer = line.get("ravi", 1, "/explanation");
    assertThat(forReviewer.getList("values")).hasSize(50);
    assertThat(forReviewer.getList("rows")).isEmpty();
    assertDigestIsOverTheStoredReport("explanation", explanation.getString("digest"));
  }

  @Test
  void aSealedVersionWithoutAPlanWaitsForOneAndAReportSaysWhatItWaitsFor() {
    DemoLine line = DemoLine.register("planless").uploaded(1);
    People.as("ravi")
        .get(line.path(1) + "/bias-audit")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:assay:problem:not-yet"))
        .body("detail", containsString("sealed"));
    line.sealed(1);
    JsonPath stands = line.await(1, "bias-audit", "BLOCKED");
    assertThat(stands.getList("steps.state"))
        .containsExactly("PASSED", "BLOCKED", "WAITING", "WAITING", "WAITING");
    assertThat(DemoLine.message(stands, "bias-audit")).contains("waits for an assessment plan");
    People.as("ravi")
        .get(line.path(1) + "/explanation")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:assay:problem:not-yet"))
        .body("detail", containsString("assessment plan"));
  }

  @Test
  void aNewVersionInheritsThePlanAndASubmittedOneReachesItsReview() {
    DemoLine line =
        DemoLine.register("heir").uploaded(1).planned(1, DemoLine.plan(dataset())).sealed(1);
    line.await(1, "review", "BLOCKED");
    line.uploaded(2).sealed(2).submitted(2);
    JsonPath stands = line.await(2, "review", "PASSED");
    assertThat(stands.getString("plan.datasetId")).isEqualTo(dataset());
    assertThat(line.stage(2)).isEqualTo("IN_REVIEW");
    People.as("olivia")
        .body(DemoLine.plan(dataset()).toString())
        .post(line.path(2) + "/assessments")
        .then()
        .statusCode(409)
        .body("detail", containsString("IN_REVIEW"));
  }

  @Test
  void aMappingThatTheDataContradictsBlocksTheStepWithTheWorkersSentence() {
    DemoLine line = DemoLine.register("half-coded").uploaded(1).planned(1, halfCoded()).sealed(1);
    JsonPath stands = line.await(1, "bias-audit", "BLOCKED");
    assertThat(DemoLine.message(stands, "bias-audit"))
        .contains("\"phist\"", "\"yes\"", "Add a code");
    line.planned(1, DemoLine.plan(dataset()));
    line.await(1, "review", "BLOCKED");
  }

  @Test
  void aSubmittedVersionWhoseAssessmentIsBlockedGoesBackToItsOwner() {
    DemoLine line = DemoLine.register("returned").uploaded(1).planned(1, halfCoded()).sealed(1);
    line.await(1, "bias-audit", "BLOCKED");
    line.submitted(1);
    DemoLine.until(() -> line.stage(1), "DRAFT"::equals, "the return to the owner");
    JsonPath stands = line.await(1, "bias-audit", "BLOCKED");
    assertThat(DemoLine.message(stands, "bias-audit")).contains("phist");
    assertThat(line.get("olivia", 1, "/reviews").getString("[0].state")).isEqualTo("WITHDRAWN");
  }

  @Test
  void anotherPlanGivesAnotherReportAndTheOldOneStays() throws SQLException {
    DemoLine line =
        DemoLine.register("replanned").uploaded(1).planned(1, DemoLine.plan(dataset())).sealed(1);
    line.await(1, "review", "BLOCKED");
    String first = line.get("olivia", 1, "/bias-audit").getString("id");
    ObjectNode other = DemoLine.plan(dataset());
    other.putArray("protectedAttributes").add("afam");
    other.putObject("references").put("afam", "no");
    line.planned(1, other);
    line.await(1, "review", "BLOCKED");
    JsonPath second = line.get("olivia", 1, "/bias-audit");
    assertThat(second.getString("id")).isNotEqualTo(first);
    assertThat(second.getList("groups.attribute")).containsOnly("afam");
    String count = "select count(*) from assay.bias_audit where version_id =";
    String of = " (select version_id from assay.bias_audit where id = ?)";
    assertThat(Sql.number(count + of, UUID.fromString(first))).isEqualTo(2);
    line.planned(1, other);
    line.await(1, "review", "BLOCKED");
    assertThat(Sql.number(count + of, UUID.fromString(first))).isEqualTo(2);
    assertThat(line.get("olivia", 1, "/bias-audit").getString("id"))
        .isEqualTo(second.getString("id"));
  }

  @Test
  void aWorkerKilledFromOutsideIsTriedAgain() {
    DemoLine line = DemoLine.register("killed").uploaded(1).sealed(1);
    line.await(1, "bias-audit", "BLOCKED");
    line.planned(1, DemoLine.plan(dataset()));
    assertThat(DemoLine.awaitWorker().destroyForcibly()).isTrue();
    JsonPath stands = line.await(1, "review", "BLOCKED");
    assertThat(stands.getInt("job.attempts")).isEqualTo(2);
    assertThat(DemoLine.state(stands, "bias-audit")).isEqualTo("PASSED");
  }

  @Test
  void aCancelledAssessmentEndsItsWorkerAndSaysSoAndIsStartedAgainOnRequest() {
    DemoLine line = DemoLine.register("cancelled").uploaded(1).sealed(1);
    line.await(1, "bias-audit", "BLOCKED");
    line.planned(1, DemoLine.plan(dataset()));
    ProcessHandle worker = DemoLine.awaitWorker();
    String job = line.assessment(1).getString("job.id");
    People.as("olivia").post("/api/v1/jobs/" + job + "/cancellation").then().statusCode(200);
    JsonPath stands =
        DemoLine.until(
            () -> line.assessment(1),
            seen -> "CANCELLED".equals(seen.getString("job.state")),
            "the end of the cancelled job");
    assertThat(stands.getList("steps.state")).containsOnlyOnce("FAILED");
    assertThat(stands.getString("steps.find { it.state == 'FAILED' }.message"))
        .contains("Cancelled");
    assertThat(worker.isAlive()).isFalse();
    People.as("olivia").post("/api/v1/jobs/" + job + "/retry").then().statusCode(200);
    line.await(1, "review", "BLOCKED");
  }

  @Test
  void aPlanThatDoesNotFitTheDataIsRefusedAndChangesNothing() throws SQLException {
    DemoLine line = DemoLine.register("unfit").uploaded(1);
    long before = Sql.events();
    refused(line, DemoLine.plan(dataset()).put("label", "decision"), "no column \"decision\"");
    refused(line, DemoLine.plan(dataset()).put("label", "pirat"), "feeds the model");
    ObjectNode unknownGroup = DemoLine.plan(dataset());
    unknownGroup.putArray("protectedAttributes").add("race");
    refused(line, unknownGroup, "no column \"race\"");
    ObjectNode strayEncoding = DemoLine.plan(dataset());
    ((ObjectNode) strayEncoding.at("/mapping/encodings")).putObject("afam").put("kind", "text");
    refused(line, strayEncoding, "afam");
    assertThat(Sql.events()).isEqualTo(before);
    assertThat(line.assessment(1).getString("plan")).isNull();
  }

  @Test
  void nobodyButTheOwnerHasAVersionAssessed() throws SQLException {
    DemoLine line = DemoLine.register("not-theirs").uploaded(1);
    long before = Sql.events();
    for (String person : List.of("ravi", "ada", "audrey")) {
      People.as(person)
          .body(DemoLine.plan(dataset()).toString())
          .post(line.path(1) + "/assessments")
          .then()
          .statusCode(403);
    }
    assertThat(Sql.events()).isEqualTo(before);
  }

  private static ObjectNode halfCoded() {
    ObjectNode plan = DemoLine.plan(dataset());
    ((ObjectNode) plan.at("/mapping/encodings/phist/codes")).remove("yes");
    return plan;
  }

  private static void refused(DemoLine line, ObjectNode plan, String words) {
    People.as("olivia")
        .body(plan.toString())
        .post(line.path(1) + "/assessments")
        .then()
        .statusCode(400)
        .body("detail", containsString(words));
  }

  private static void assertSameFigures(JsonPath audit, String attribute, JsonNode expected) {
    String metric =
        "metrics.find { it.id == 'demographic_parity_ratio' && it.attribute == '%s' }.result"
            .formatted(attribute);
    assertThat(audit.getDouble(metric + ".value"))
        .isCloseTo(expected.get("demographicParityRatio").asDouble(), within(ROUNDING));
    assertThat(audit.getDouble(metric + ".interval.low"))
        .isLessThan(audit.getDouble(metric + ".value"));
    for (JsonNode group : expected.get("groups")) {
      String found =
          "groups.find { it.attribute == '%s' && it.value == '%s' }"
              .formatted(attribute, group.get("value").asText());
      assertThat(audit.getLong(found + ".n")).isEqualTo(group.get("n").asLong());
      assertThat(audit.getDouble(found + ".rates.selection_rate.value"))
          .isCloseTo(group.get("selectionRate").asDouble(), within(ROUNDING));
    }
  }

  private static void assertDigestIsOverTheStoredReport(String table, String digest)
      throws SQLException {
    String sql = "select report::text from assay." + table + " where digest = ?";
    try (Connection connection = Sql.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, digest);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        Object report = CanonicalJson.parse(rows.getString(1));
        assertThat(Digest.of(CanonicalJson.bytes(report)).hex()).isEqualTo(digest);
      }
    }
  }

  private static void assertOneEvent(String model, String action) throws SQLException {
    assertThat(
            Sql.number(
                "select count(*) from audit.event where model = ? and action = ?", model, action))
        .isEqualTo(1);
  }
}
