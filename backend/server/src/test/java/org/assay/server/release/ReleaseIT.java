package org.assay.server.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.attestation.Digest;
import org.assay.attestation.ReleaseVerifier;
import org.assay.attestation.TrustedKeys;
import org.assay.attestation.VerificationException;
import org.assay.attestation.VerifiedRelease;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.files.StoredFile;
import org.assay.server.files.StoredFiles;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Versions;
import org.assay.server.review.AtOnce;
import org.assay.server.review.ExaminedVersion;
import org.assay.server.review.ExaminedVersion.Stakes;
import org.assay.server.review.WithoutJobs;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutJobs.class)
@WithTestResource(TestStackResource.class)
class ReleaseIT {
  @Inject StoredFiles files;
  @Inject Gates gates;
  @Inject Versions versions;

  @ConfigProperty(name = "assay.keys.folder")
  Path keys;

  @Test
  void anApprovedVersionIsSignedAndTheBundleHolds() throws Exception {
    ExaminedVersion version = approved("signed");
    String id =
        release("ada", version, "{\"purposes\":[\"credit scoring\"],\"ratePerMinute\":60}")
            .statusCode(201)
            .body("state", equalTo("LIVE"))
            .body("digest", equalTo(version.digest()))
            .body("consumers", equalTo(List.of()))
            .extract()
            .path("id");
    assertThat(version.stage()).isEqualTo("RELEASED");
    assertThat(events("signed", "release.signed")).isEqualTo(1);
    VerifiedRelease verified =
        ReleaseVerifier.verify(bundle("assay-serving", id), trusted(), now());
    assertThat(verified.claims().releaseId()).isEqualTo(id);
    assertThat(verified.claims().model()).isEqualTo("signed");
    assertThat(verified.claims().modelDigest().hex()).isEqualTo(version.digest());
    assertThat(verified.claims().decisionDigests()).hasSize(2);
    assertThat(verified.claims().conditions().consumers()).containsExactly("*");
    assertThat(verified.claims().conditions().ratePerMinute()).isEqualTo(60);
    assertThat(verified.claims().inputContract()).containsOnlyKeys("inputs", "outputs");
    byte[] bytes =
        People.asService("assay-serving")
            .get("/api/v1/releases/" + id + "/files/model.onnx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    verified.checkFiles(Map.of("model.onnx", Digest.of(bytes)));
    assertThatThrownBy(() -> ReleaseVerifier.verify(tampered(id), trusted(), now()))
        .isInstanceOf(VerificationException.class);
  }

  @Test
  void onlyAnAdministratorReleasesAndOnlyServingTakesBytes() throws SQLException {
    ExaminedVersion version = approved("roles-of-release");
    String before = ExaminedVersion.everything();
    for (String person : List.of("olivia", "ravi", "audrey")) {
      release(person, version, "{}").statusCode(403);
    }
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
    String id = released(version);
    People.as("ada").get("/api/v1/releases/" + id + "/files/model.onnx").then().statusCode(403);
    People.as("ada").get("/api/v1/releases/feed").then().statusCode(403);
    People.as("olivia").get("/api/v1/releases/" + id + "/bundle").then().statusCode(403);
    People.as("audrey").get("/api/v1/releases/" + id + "/bundle").then().statusCode(200);
    People.asService("assay-serving")
        .get("/api/v1/releases/" + id + "/files/other.onnx")
        .then()
        .statusCode(404);
  }

  @Test
  void whatWasNotApprovedIsNotReleasedInCodeNorOnTheTable() throws SQLException {
    ExaminedVersion version =
        ExaminedVersion.draft("too-early", "HIGH", Stakes.OLIVIA, stored("too-early"));
    UUID review = inReview(version);
    Approvals.vote("ravi", review);
    String before = ExaminedVersion.everything();
    release("ada", version, "{}")
        .statusCode(409)
        .body("detail", containsString("version 1 of too-early is IN_REVIEW"));
    assertThatThrownBy(
            () ->
                Sql.run(
                    "insert into assay.release values (gen_random_uuid(), ?, ?, ?, 'LIVE', ?, '{}',"
                        + " ?, 'ada', now(), now() + interval '1 day', '[]', '[]', null, 1, null,"
                        + " null, null, 0)",
                    version.id(),
                    version.modelId(),
                    review,
                    version.digest(),
                    "a".repeat(64)))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS041"));
    assertThatThrownBy(
            () ->
                Sql.run(
                    "update assay.model_version set stage = 'APPROVED' where id = ?", version.id()))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("AS034"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  @Test
  void aRevocationGrowsTheEpochAndTakesTheReleaseOutOfTheFeed() throws SQLException {
    ExaminedVersion version = approved("revoked");
    String id = released(version);
    int epoch = feed().body("live.id", hasItem(id)).extract().path("epoch");
    String before = ExaminedVersion.everything();
    revoke("ada", id, " ").statusCode(400);
    revoke("ravi", id, "I say so").statusCode(403);
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
    revoke("ada", id, "it harmed people")
        .statusCode(200)
        .body("state", equalTo("REVOKED"))
        .body("revokedBy", equalTo("ada"))
        .body("revocationReason", equalTo("it harmed people"));
    feed().body("live.id", not(hasItem(id))).body("epoch", greaterThan(epoch));
    assertThat(version.stage()).isEqualTo("REVOKED");
    assertThat(events("revoked", "release.revoked")).isEqualTo(1);
    People.asService("assay-serving")
        .get("/api/v1/releases/" + id + "/files/model.onnx")
        .then()
        .statusCode(409);
    String after = ExaminedVersion.everything();
    revoke("ada", id, "once more").statusCode(409);
    release("ada", version, "{}").statusCode(409);
    assertThat(ExaminedVersion.everything()).isEqualTo(after);
  }

  @Test
  void aNewReleaseOfAModelSupersedesTheFormerInTheSameAct() throws SQLException {
    ExaminedVersion first = approved("followed");
    String former = released(first);
    ExaminedVersion second = first.next(Stakes.OLIVIA, stored("second"));
    approve(second);
    String latter = released(second);
    feed().body("live.id", hasItem(latter)).body("live.id", not(hasItem(former)));
    assertThat(first.stage()).isEqualTo("REVOKED");
    assertThat(second.stage()).isEqualTo("RELEASED");
    People.as("audrey")
        .get("/api/v1/releases?model=followed&state=REVOKED")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].revocationReason", containsString("Superseded by version 2"));
    People.as("audrey")
        .get("/api/v1/releases?model=followed")
        .then()
        .body("items.version", equalTo(List.of(2, 1)));
  }

  @Test
  void anApprovedVersionWhoseEvidenceChangedBecomesStale() throws SQLException {
    ExaminedVersion version = approved("changed");
    version.intake("9".repeat(64));
    release("ada", version, "{}")
        .statusCode(409)
        .body("type", equalTo("urn:assay:problem:evidence-changed"))
        .body("detail", containsString("version 1 of changed"));
    assertThat(version.stage()).isEqualTo("STALE");
    assertThat(events("changed", "version.stale")).isEqualTo(1);
    assertThat(events("changed", "release.signed")).isZero();
  }

  @Test
  void bytesThatChangedInTheStoreAreNotSigned() throws Exception {
    StoredFile file = stored("bytes to be damaged");
    ExaminedVersion version = ExaminedVersion.draft("damaged", "HIGH", Stakes.OLIVIA, file);
    approve(version);
    Files.writeString(files.path(file.sha256()), "damaged");
    String before = ExaminedVersion.everything();
    release("ada", version, "{}")
        .statusCode(409)
        .body("detail", containsString("model.onnx in version 1 of damaged"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  @Test
  void oneOfManyReleasesAtOnceIsSigned() throws Exception {
    ExaminedVersion version = approved("rushed");
    People.token("ada");
    List<Integer> answers =
        AtOnce.run(
            java.util.Collections.nCopies(
                4, () -> release("ada", version, "{}").extract().statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
    assertThat(events("rushed", "release.signed")).isEqualTo(1);
  }

  @Test
  void anImpossibleEndIsRefused() throws SQLException {
    ExaminedVersion version = approved("endless");
    String before = ExaminedVersion.everything();
    release("ada", version, "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
        .statusCode(400)
        .body("detail", containsString("expiresAt"));
    assertThat(ExaminedVersion.everything()).isEqualTo(before);
  }

  private ExaminedVersion approved(String model) throws SQLException {
    return approvals().approved(model);
  }

  private void approve(ExaminedVersion version) throws SQLException {
    approvals().approve(version);
  }

  private UUID inReview(ExaminedVersion version) throws SQLException {
    return approvals().inReview(version);
  }

  private StoredFile stored(String content) {
    return approvals().stored(content);
  }

  private Approvals approvals() {
    return new Approvals(files, gates, versions);
  }

  private TrustedKeys trusted() throws Exception {
    return TrustedKeys.load(keys.resolve("public"));
  }

  private static Instant now() {
    return Instant.now();
  }

  /// The bundle with another version number under the same signature.
  private static String tampered(String id) {
    String bundle = bundle("assay-serving", id);
    int start = bundle.indexOf("\"payload\":\"") + "\"payload\":\"".length();
    int end = bundle.indexOf('"', start);
    String payload =
        new String(
            Base64.getDecoder().decode(bundle.substring(start, end)), StandardCharsets.UTF_8);
    String other = payload.replace("\"version\":1", "\"version\":2");
    assertThat(other).isNotEqualTo(payload);
    String encoded = Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));
    return bundle.substring(0, start) + encoded + bundle.substring(end);
  }

  private static String bundle(String client, String id) {
    return People.asService(client)
        .get("/api/v1/releases/" + id + "/bundle")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static String released(ExaminedVersion version) {
    return release("ada", version, "{}").statusCode(201).extract().path("id");
  }

  private static ValidatableResponse release(String person, ExaminedVersion version, String body) {
    return People.as(person)
        .body(body)
        .post("/api/v1/models/" + version.model() + "/versions/" + version.number() + "/releases")
        .then();
  }

  private static ValidatableResponse revoke(String person, String id, String reason) {
    return People.as(person)
        .body("{\"reason\":\"%s\"}".formatted(reason))
        .post("/api/v1/releases/" + id + "/revocation")
        .then();
  }

  private static ValidatableResponse feed() {
    return People.asService("assay-serving").get("/api/v1/releases/feed").then().statusCode(200);
  }

  private static long events(String model, String action) throws SQLException {
    return Sql.number(
        "select count(*) from audit.event where model = ? and action = ?", model, action);
  }
}
