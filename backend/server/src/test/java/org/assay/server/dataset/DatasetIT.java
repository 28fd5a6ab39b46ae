package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assay.api.datasets.GrantDecision;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.identity.Caller;
import org.assay.server.identity.Role;
import org.assay.server.web.Refusal;
import org.assay.worker.protocol.Column;
import org.assay.worker.protocol.Table;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStackResource.class)
class DatasetIT {
  private static final Path HMDA = Path.of("../demo/src/main/resources/demo/hmda-heldout.csv");
  private static final String SMALL =
      """
      email,age,score,zip,note
      canary-anna@example.org,31,0.25,02134,one
      canary-bert@example.org,47,0.75,10001,two
      canary-cora@example.org,52,,94110,two
      """;
  private static final String CLASSES =
      """
      {"email":"IDENTIFIER","age":"SENSITIVE","score":"QUASI_IDENTIFIER",
       "zip":"QUASI_IDENTIFIER","note":"PLAIN"}\
      """;
  private static final Caller OLIVIA = new Caller("olivia", "Olivia", Set.of(Role.OWNER));
  private static final Caller RAVI = new Caller("ravi", "Ravi", Set.of(Role.REVIEWER));

  @Inject Datasets datasets;
  @Inject Grants grants;

  @Test
  void aRealFileIsUploadedWithItsTypesAndProposals() throws IOException {
    String id = create("hmda-types");
    JsonPath view =
        People.uploading("olivia")
            .body(Files.readAllBytes(HMDA))
            .put("/api/v1/datasets/" + id + "/content")
            .then()
            .statusCode(200)
            .body("format", equalTo("csv"))
            .body("rows", equalTo(1190))
            .body("confirmed", equalTo(false))
            .extract()
            .jsonPath();
    assertThat(view.getString("columns.find { it.name == 'pirat' }.type")).isEqualTo("DOUBLE");
    assertThat(view.getString("columns.find { it.name == 'chist' }.type")).isEqualTo("BIGINT");
    assertThat(view.getString("columns.find { it.name == 'phist' }.type")).isEqualTo("VARCHAR");
    assertThat(view.getString("columns.find { it.name == 'afam' }.proposed"))
        .isEqualTo("SENSITIVE");
    assertThat(view.getString("columns.find { it.name == 'afam' }.because")).contains("afam");
    People.as("ravi")
        .get("/api/v1/datasets?q=HMDA-TYPES")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].columns.name", hasItem("deny"));
  }

  @Test
  void aNameIsTakenOnceAndOnlyOwnersBegin() throws SQLException {
    create("taken");
    long before = Sql.events();
    String again = "{\"name\":\"taken\",\"description\":\"d\"}";
    People.as("olivia").body(again).post("/api/v1/datasets").then().statusCode(409);
    People.as("ravi").body(again).post("/api/v1/datasets").then().statusCode(403);
    assertThat(Sql.events()).isEqualTo(before);
  }

  @Test
  void contentIsReplacedUntilTheColumnsAreConfirmedAndThenFixed() throws SQLException {
    String id = create("replaced");
    upload(id, "note,age\nx,1\n").statusCode(200);
    upload(id, SMALL).statusCode(200).body("columns.size()", equalTo(5));
    classify(id, CLASSES).statusCode(200).body("confirmed", equalTo(true));
    long before = Sql.events();
    upload(id, "a\n1\n").statusCode(409).body("detail", containsString("its content is fixed"));
    assertThat(Sql.events()).isEqualTo(before);
  }

  @Test
  void everyColumnIsClassifiedAndNoOther() throws SQLException {
    String id = create("classes");
    classify(id, CLASSES).statusCode(409).body("detail", containsString("no content yet"));
    upload(id, SMALL).statusCode(200);
    long before = Sql.events();
    classify(id, "{\"email\":\"PLAIN\"}")
        .statusCode(400)
        .body("detail", equalTo("Nothing is said about age, score, zip, note."));
    classify(id, CLASSES.replace("\"note\"", "\"nota\""))
        .statusCode(400)
        .body("detail", equalTo("classes has no column nota."));
    assertThat(Sql.events()).isEqualTo(before);
  }

  @Test
  void aBrokenFileIsRefusedAndNothingChanges() throws SQLException {
    String id = create("broken");
    upload(id, SMALL).statusCode(200);
    long before = Sql.events();
    upload(id, "a,b\n1,2\ncanary\n")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", equalTo("Line 3 of the CSV has 1 fields; the header has 2."));
    upload(id, "").statusCode(400).body("detail", equalTo("The file is empty."));
    assertThat(Sql.events()).isEqualTo(before);
    People.as("olivia")
        .get("/api/v1/datasets/" + id)
        .then()
        .body("columns.name", equalTo(List.of("email", "age", "score", "zip", "note")));
  }

  @Test
  void aGrantIsAskedForDecidedReadUnderAndRevoked() throws SQLException {
    String id = confirmed("walk");
    refusedRead("ravi", id, "assessment", "ravi has no grant to read walk for assessment.");
    String grant = request("ravi", id, "assessment", "null").statusCode(201).extract().path("id");
    refusedRead("ravi", id, "assessment", "has not been decided yet");
    request("ravi", id, "assessment", "null")
        .statusCode(409)
        .body("detail", containsString("asked to read walk for assessment already"));
    decide("rosa", grant, true).statusCode(403);
    decide("olivia", grant, true).statusCode(200).body("state", equalTo("APPROVED"));
    decide("olivia", grant, true).statusCode(409);
    long before = Sql.events();
    rows("ravi", id, "assessment")
        .statusCode(200)
        .body("grantId", equalTo(grant))
        .body("total", equalTo(3))
        .body("columns", equalTo(List.of("email", "age", "score", "zip", "note")))
        .body("masked", equalTo(List.of("HASH", "HASH", "BUCKET", "BUCKET", "CLEAR")))
        .body("rows[1][0]", not(containsString("canary")))
        .body("rows[1][3]", equalTo("***"))
        .body("rows[1][4]", equalTo("two"))
        .body("rows[2][2]", nullValue());
    assertThat(Sql.events()).isEqualTo(before + 1);
    assertThat(read(id, "purpose")).isEqualTo("assessment");
    assertThat(read(id, "rows")).isEqualTo("3");
    assertThat(read(id, "grantId")).isEqualTo(grant);
    refusedRead("ravi", id, "marketing", "grant on walk is for assessment, not for marketing");
    refusedRead("rosa", id, "assessment", "rosa has no grant");
    refusedRead("olivia", id, "assessment", "nobody grants to themselves");
    revoke("rosa", grant).statusCode(403);
    revoke("olivia", grant).statusCode(200).body("state", equalTo("REVOKED"));
    refusedRead("ravi", id, "assessment", "was revoked");
  }

  @Test
  void pagesOfRowsFollowTheFile() {
    String id = confirmed("pages");
    approved("ravi", id, "paging", "{\"email\":\"CLEAR\"}");
    People.as("ravi")
        .get("/api/v1/datasets/" + id + "/rows?purpose=paging&offset=1&limit=1")
        .then()
        .statusCode(200)
        .body("rows.size()", equalTo(1))
        .body("rows[0][0]", equalTo("canary-bert@example.org"))
        .body("offset", equalTo(1))
        .body("total", equalTo(3));
    People.as("ravi")
        .get("/api/v1/datasets/" + id + "/rows?purpose=paging&offset=99")
        .then()
        .statusCode(200)
        .body("rows.size()", equalTo(0));
  }

  @Test
  void nothingMaskedShowsInRowsEventsOrRefusals() throws SQLException {
    String id = confirmed("canary");
    approved("ravi", id, "assessment", "{\"email\":\"HASH\",\"note\":\"NULL\"}");
    rows("ravi", id, "assessment").statusCode(200).body(not(containsString("canary-")));
    upload(id, SMALL).statusCode(409).body(not(containsString("canary-")));
    People.as("audrey")
        .get("/api/v1/datasets/" + id)
        .then()
        .statusCode(200)
        .body(not(containsString("canary-")));
    assertThat(Sql.number("select count(*) from audit.event where body::text like '%canary-%'"))
        .isZero();
  }

  @Test
  void aGrantEndsByItself() throws SQLException {
    String id = confirmed("expiry");
    UUID grant = granted(id, "ravi");
    Sql.run(
        "update assay.data_grant set state = 'APPROVED', decided_by = 'olivia',"
            + " decided_at = now(), decision_reason = 'fine' where id = ?",
        grant);
    refusedRead("ravi", id, "past", "ravi's grant to read expiry for past expired on ");
    People.as("olivia")
        .get("/api/v1/datasets/" + id + "/grants")
        .then()
        .statusCode(200)
        .body("[0].state", equalTo("EXPIRED"));
  }

  @Test
  void nobodyGrantsToThemselvesNeitherHereNorInTheDatabase() throws SQLException {
    String id = confirmed("self");
    long before = Sql.events();
    request("olivia", id, "assessment", "null")
        .statusCode(403)
        .body("type", equalTo("urn:assay:problem:conflict-of-interest"));
    assertThat(Sql.events()).isEqualTo(before);
    String asked = request("ravi", id, "assessment", "null").extract().path("id");
    decide("ravi", asked, true).statusCode(403);
    UUID grant = UUID.fromString(asked);
    GrantDecision yes = new GrantDecision(true, "mine");
    assertThatThrownBy(() -> grants.decide(grant, yes, RAVI))
        .hasMessage("ravi asked for this grant and cannot decide on it.");
    Caller other = new Caller("oscar", "Oscar", Set.of(Role.OWNER, Role.ADMIN));
    assertThatThrownBy(() -> grants.decide(grant, yes, other))
        .hasMessage("Only olivia, who owns self, decides on its grants.");
    String approve =
        "update assay.data_grant set state = 'APPROVED', decided_by = ?, decided_at = now(),"
            + " decision_reason = 'mine' where id = ?";
    assertThatThrownBy(() -> Sql.run(approve, "ravi", grant))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("only the owner of the dataset decides");
    UUID own = granted(id, "olivia");
    assertThatThrownBy(() -> Sql.run(approve, "olivia", own))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("grant_four_eyes");
  }

  @Test
  void askingNamesKnownColumnsOfAConfirmedDataset() throws SQLException {
    String id = create("asking");
    upload(id, SMALL).statusCode(200);
    long before = Sql.events();
    request("ravi", id, "assessment", "null")
        .statusCode(409)
        .body("detail", containsString("not classified yet"));
    rows("ravi", id, "assessment").statusCode(409);
    assertThat(Sql.events()).isEqualTo(before);
    classify(id, CLASSES).statusCode(200);
    request("ravi", id, "assessment", "{\"nope\":\"CLEAR\"}")
        .statusCode(400)
        .body("detail", equalTo("asking has no column nope."));
    request("ravi", id, "assessment", "{\"age\":\"CLEAR\"}")
        .statusCode(201)
        .body("masks.age", equalTo("CLEAR"))
        .body("masks.email", equalTo("HASH"));
  }

  @Test
  void otherFeaturesTakeColumnsAndAskForTheRightToUseThem() {
    UUID id = UUID.fromString(confirmed("table"));
    Table table = datasets.table(id, List.of("score", "note"));
    assertThat(((Column.Numbers) table.column("score").orElseThrow()).values())
        .containsExactly(0.25, 0.75, Double.NaN);
    assertThat(((Column.Texts) table.column("note").orElseThrow()).codes())
        .containsExactly(0, 1, 1);
    assertThatThrownBy(() -> datasets.table(id, List.of("nope")))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessage("table has no column nope.");
    assertThat(datasets.get(id).confirmed()).isTrue();
    datasets.requireUse(id, "assessment", OLIVIA);
    assertThatThrownBy(() -> datasets.requireUse(id, "assessment", RAVI))
        .isInstanceOf(Refusal.Forbidden.class)
        .hasMessage("ravi has no grant to read table for assessment.");
    approved("ravi", id.toString(), "assessment", "null");
    datasets.requireUse(id, "assessment", RAVI);
  }

  private static String create(String name) {
    return People.as("olivia")
        .body(Map.of("name", name, "description", "for a test"))
        .post("/api/v1/datasets")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String confirmed(String name) {
    String id = create(name);
    upload(id, SMALL).statusCode(200);
    classify(id, CLASSES).statusCode(200);
    return id;
  }

  private static ValidatableResponse upload(String id, String text) {
    return People.uploading("olivia")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .put("/api/v1/datasets/" + id + "/content")
        .then();
  }

  private static ValidatableResponse classify(String id, String classes) {
    return People.as("olivia")
        .body(classes)
        .put("/api/v1/datasets/" + id + "/classification")
        .then();
  }

  private static ValidatableResponse request(
      String person, String id, String purpose, String masks) {
    String body =
        """
        {"purpose":"%s","reason":"to look","masks":%s,"endsAt":"%s"}\
        """
            .formatted(purpose, masks, Instant.now().plus(Duration.ofDays(1)));
    return People.as(person).body(body).post("/api/v1/datasets/" + id + "/grants").then();
  }

  private static ValidatableResponse decide(String person, String grant, boolean approve) {
    return People.as(person)
        .body(Map.of("approve", approve, "reason", "because"))
        .post("/api/v1/grants/" + grant + "/decision")
        .then();
  }

  private static ValidatableResponse revoke(String person, String grant) {
    return People.as(person).post("/api/v1/grants/" + grant + "/revocation").then();
  }

  private static void approved(String person, String id, String purpose, String masks) {
    String grant = request(person, id, purpose, masks).statusCode(201).extract().path("id");
    decide("olivia", grant, true).statusCode(200);
  }

  private static ValidatableResponse rows(String person, String id, String purpose) {
    return People.as(person).get("/api/v1/datasets/" + id + "/rows?purpose=" + purpose).then();
  }

  private static void refusedRead(String person, String id, String purpose, String sentence)
      throws SQLException {
    long before = Sql.events();
    rows(person, id, purpose)
        .statusCode(403)
        .body("type", equalTo("urn:assay:problem:no-grant"))
        .body("detail", containsString(sentence))
        .body("remedy", not(nullValue()));
    assertThat(Sql.events()).isEqualTo(before);
  }

  /// A field of the newest read of a dataset on the record.
  private static String read(String id, String field) {
    return People.as("audrey")
        .get("/api/v1/audit/events?action=dataset.read&subject=" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("items[0].body." + field);
  }

  /// A request of last week for two days, past the server: it would refuse such dates.
  private static UUID granted(String id, String person) throws SQLException {
    UUID grant = UUID.randomUUID();
    Sql.run(
        "insert into assay.data_grant (id, dataset_id, purpose, reason, grantee, masks, state,"
            + " requested_at, ends_at, revision) values (?, ?, 'past', 'to look', ?, '{}',"
            + " 'REQUESTED', now() - interval '7 days', now() - interval '5 days', 0)",
        grant,
        UUID.fromString(id),
        person);
    return grant;
  }
}
