package org.assay.server.release;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.files.StoredFiles;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Versions;
import org.assay.server.review.AtOnce;
import org.assay.server.review.ExaminedVersion;
import org.assay.server.review.ExaminedVersion.Stakes;
import org.assay.server.review.WithoutJobs;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutJobs.class)
@WithTestResource(TestStackResource.class)
class SuspensionIT {
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";
  private static final String SUSPEND =
      "update assay.release set state = 'SUSPENDED', suspended_by = 'ada', suspended_at = now(),"
          + " suspension_reason = 'r', epoch = epoch + 1 where id = ?";

  @Inject StoredFiles files;
  @Inject Gates gates;
  @Inject Versions versions;

  @Test
  void aSuspendedReleaseStopsAndAResumedOneAnswersAsItWasSigned() throws SQLException {
    ExaminedVersion version = approvals().approved("paused");
    String id = released(version, "{}");
    String bundle = bundle(id);
    long epoch = epoch(id);
    act("ada", id, "suspension", "drift")
        .statusCode(200)
        .body("state", equalTo("SUSPENDED"))
        .body("suspendedBy", equalTo("ada"))
        .body("suspendedAt", notNullValue())
        .body("suspensionReason", equalTo("drift"));
    feed().body("live.id", not(hasItem(id)));
    file(id).statusCode(409).body("detail", containsString("is SUSPENDED"));
    assertThat(version.stage()).isEqualTo("SUSPENDED");
    listed("paused", "SUSPENDED", 1);
    listed("paused", "LIVE", 0);
    long suspended = epoch(id);
    assertThat(suspended).isGreaterThan(epoch);

    act("ada", id, "resumption", "mended upstream")
        .statusCode(200)
        .body("state", equalTo("LIVE"))
        .body("suspendedBy", nullValue())
        .body("suspendedAt", nullValue())
        .body("suspensionReason", nullValue());
    feed().body("live.id", hasItem(id));
    file(id).statusCode(200);
    assertThat(version.stage()).isEqualTo("RELEASED");
    listed("paused", "SUSPENDED", 0);
    listed("paused", "LIVE", 1);
    assertThat(epoch(id)).isGreaterThan(suspended);
    assertThat(bundle(id)).isEqualTo(bundle);
    assertThat(recorded("paused", "release.suspended", "drift")).isEqualTo(1);
    assertThat(recorded("paused", "release.resumed", "mended upstream")).isEqualTo(1);
  }

  @Test
  void everyRefusalChangesNothing() throws SQLException {
    String id = released(approvals().approved("refusing"), "{}");
    String live = ExaminedVersion.everything();
    act("ada", id, "suspension", " ").statusCode(400);
    act("ada", NOWHERE, "suspension", "r").statusCode(404);
    act("ada", id, "resumption", "r")
        .statusCode(409)
        .body("detail", containsString("version 1 of refusing is LIVE"));
    refusedToOthers(id);
    assertThat(ExaminedVersion.everything()).isEqualTo(live);

    act("ada", id, "suspension", "r").statusCode(200);
    String suspended = ExaminedVersion.everything();
    act("ada", id, "suspension", "again")
        .statusCode(409)
        .body("detail", containsString("version 1 of refusing is SUSPENDED"));
    act("ada", id, "resumption", " ").statusCode(400);
    refusedToOthers(id);
    assertThat(ExaminedVersion.everything()).isEqualTo(suspended);

    act("ada", id, "revocation", "r").statusCode(200);
    String revoked = ExaminedVersion.everything();
    act("ada", id, "suspension", "r").statusCode(409).body("detail", containsString("REVOKED"));
    act("ada", id, "resumption", "r").statusCode(409).body("detail", containsString("REVOKED"));
    assertThat(ExaminedVersion.everything()).isEqualTo(revoked);
  }

  private static void refusedToOthers(String id) {
    for (String person : List.of("olivia", "ravi", "audrey")) {
      act(person, id, "suspension", "r").statusCode(403);
      act(person, id, "resumption", "r").statusCode(403);
    }
  }

  @Test
  void aSuspendedReleaseIsRevokedForGood() throws SQLException {
    ExaminedVersion version = approvals().approved("ended");
    String id = released(version, "{}");
    act("ada", id, "suspension", "r").statusCode(200);
    act("ada", id, "revocation", "no way back")
        .statusCode(200)
        .body("state", equalTo("REVOKED"))
        .body("suspendedBy", nullValue())
        .body("revocationReason", equalTo("no way back"));
    assertThat(version.stage()).isEqualTo("REVOKED");
    listed("ended", "SUSPENDED", 0);
  }

  @Test
  void aNewReleaseSupersedesASuspendedOne() throws SQLException {
    ExaminedVersion first = approvals().approved("overtaken");
    String former = released(first, "{}");
    act("ada", former, "suspension", "r").statusCode(200);
    ExaminedVersion second = first.next(Stakes.OLIVIA, approvals().stored("second"));
    approvals().approve(second);
    assertThatThrownBy(() -> insertLive(second))
        .as("the suspended one still takes the model's place")
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
    String latter = released(second, "{}");
    feed().body("live.id", hasItem(latter)).body("live.id", not(hasItem(former)));
    assertThat(first.stage()).isEqualTo("REVOKED");
    act("ada", former, "resumption", "r").statusCode(409);
    assertThat(recorded("overtaken", "release.revoked", "Superseded by version 2.")).isEqualTo(1);
  }

  @Test
  void anExpiredReleaseIsNeitherSuspendedNorResumed() throws SQLException {
    ExaminedVersion first = approvals().approved("over");
    ExaminedVersion second = approvals().approved("over-and-out");
    String end = "{\"expiresAt\":\"%s\"}".formatted(Instant.now().plusSeconds(10));
    String live = released(first, end);
    String suspended = released(second, end);
    act("ada", suspended, "suspension", "r").statusCode(200);
    awaitState(live, "EXPIRED");
    awaitState(suspended, "EXPIRED");
    listed("over-and-out", "EXPIRED", 1);
    listed("over-and-out", "SUSPENDED", 0);
    String before = ExaminedVersion.everything();
    act("ada", live, "suspension", "r").statusCode(409).body("detail", containsString("EXPIRED"));
    act("ada", suspended, "resumption", "r")
        .statusCode(409)
        .body("detail", containsString("EXPIRED"));
    refusedByTheTable("AS041", SUSPEND, UUID.fromString(live));
    refusedByTheTable(
        "AS041",
        "update assay.release set state = 'LIVE', suspended_by = null, suspended_at = null,"
            + " suspension_reason = null, epoch = epoch + 1 where id = ?",
        UUID.fromString(suspended));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
    act("ada", suspended, "revocation", "r").statusCode(200).body("state", equalTo("REVOKED"));
  }

  @Test
  void theTableHoldsTheChainByItself() throws SQLException {
    UUID id = UUID.fromString(released(approvals().approved("chained"), "{}"));
    String live = ExaminedVersion.everything();
    refusedByTheTable(
        "23514",
        "update assay.release set state = 'SUSPENDED', epoch = epoch + 1 where id = ?",
        id);
    refusedByTheTable("23514", "update assay.release set suspended_by = 'x' where id = ?", id);
    refusedByTheTable(
        "23514", "update assay.release set state = 'ASLEEP', epoch = epoch + 1 where id = ?", id);
    refusedByTheTable("AS041", SUSPEND.replace("epoch + 1", "epoch"), id);
    refusedByTheTable(
        "23514", SUSPEND.replace("suspension_reason = 'r'", "suspension_reason = ' '"), id);
    refusedByTheTable("AS041", "update assay.release set consumers = '[\"x\"]' where id = ?", id);
    assertThat(ExaminedVersion.everything()).isEqualTo(live);
    act("ada", id.toString(), "suspension", "r").statusCode(200);
    String suspended = ExaminedVersion.everything();
    refusedByTheTable(
        "AS041", "update assay.release set suspension_reason = 'other' where id = ?", id);
    refusedByTheTable(
        "23514", "update assay.release set state = 'LIVE', epoch = epoch + 1 where id = ?", id);
    assertThat(ExaminedVersion.everything()).isEqualTo(suspended);
  }

  @Test
  void oneOfManySuspensionsAtOnceStands() throws Exception {
    String id = released(approvals().approved("hurried"), "{}");
    long before = epoch(id);
    List<Integer> answers =
        AtOnce.run(
            Collections.nCopies(4, () -> act("ada", id, "suspension", "r").extract().statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(recorded("hurried", "release.suspended", "r")).isEqualTo(1);
    assertThat(epoch(id)).isEqualTo(before + 1);
  }

  @Test
  void aRevocationWinsOverASuspensionAndAResumptionAtTheSameMoment() throws Exception {
    for (int round = 0; round < 4; round++) {
      String model = "contested-" + round;
      ExaminedVersion version = approvals().approved(model);
      String id = released(version, "{}");
      boolean paused = round % 2 == 1;
      if (paused) {
        act("ada", id, "suspension", "r").statusCode(200);
      }
      String other = paused ? "resumption" : "suspension";
      List<Integer> answers =
          AtOnce.run(
              List.of(
                  () -> act("ada", id, "revocation", "for good").extract().statusCode(),
                  () -> act("ada", id, other, "for now").extract().statusCode()));
      assertThat(answers.getFirst()).isEqualTo(200);
      assertThat(answers.getLast()).isIn(200, 409);
      assertThat(version.stage()).isEqualTo("REVOKED");
      listed(model, "REVOKED", 1);
      String action = paused ? "release.resumed" : "release.suspended";
      assertThat(recorded(model, action, "for now")).isEqualTo(answers.getLast() == 200 ? 1 : 0);
    }
  }

  private Approvals approvals() {
    return new Approvals(files, gates, versions);
  }

  private static void insertLive(ExaminedVersion version) throws SQLException {
    Sql.run(
        "insert into assay.release (id, version_id, model_id, review_id, state, digest, bundle,"
            + " key_id, released_by, released_at, expires_at, consumers, purposes, epoch, revision)"
            + " select gen_random_uuid(), r.version_id, ?, r.id, 'LIVE', ?, '{}', ?, 'ada', now(),"
            + " now() + interval '1 day', '[]', '[]', 1, 0 from assay.review r"
            + " where r.version_id = ? and r.state = 'APPROVED'",
        version.modelId(),
        version.digest(),
        "a".repeat(64),
        version.id());
  }

  private static void refusedByTheTable(String state, String sql, UUID id) {
    assertThatThrownBy(() -> Sql.run(sql, id))
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  private static void awaitState(String id, String state) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String found;
    do {
      found = People.as("audrey").get("/api/v1/releases/" + id).then().extract().path("state");
    } while (!found.equals(state) && System.nanoTime() < end);
    assertThat(found).isEqualTo(state);
  }

  private static void listed(String model, String state, int total) {
    People.as("audrey")
        .get("/api/v1/releases?model=" + model + "&state=" + state)
        .then()
        .statusCode(200)
        .body("total", equalTo(total));
  }

  private static String released(ExaminedVersion version, String body) {
    return People.as("ada")
        .body(body)
        .post("/api/v1/models/" + version.model() + "/versions/" + version.number() + "/releases")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse act(String person, String id, String act, String reason) {
    return People.as(person)
        .body("{\"reason\":\"%s\"}".formatted(reason))
        .post("/api/v1/releases/" + id + "/" + act)
        .then();
  }

  private static ValidatableResponse feed() {
    return People.asService("assay-serving").get("/api/v1/releases/feed").then().statusCode(200);
  }

  private static ValidatableResponse file(String id) {
    return People.asService("assay-serving")
        .get("/api/v1/releases/" + id + "/files/model.onnx")
        .then();
  }

  private static String bundle(String id) {
    return People.as("audrey").get("/api/v1/releases/" + id + "/bundle").asString();
  }

  private static long epoch(String id) throws SQLException {
    return Sql.number("select epoch from assay.release where id = ?", UUID.fromString(id));
  }

  private static long recorded(String model, String action, String reason) throws SQLException {
    return Sql.number(
        "select count(*) from audit.event where model = ? and action = ? and actor = 'ada'"
            + " and body ->> 'reason' = ?",
        model,
        action,
        reason);
  }
}
