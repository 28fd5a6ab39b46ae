package org.assay.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assay.attestation.Digest;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStackResource.class)
class ExportIT {
  private static final String EXPORT = "/api/v1/audit/export";

  @Test
  void anExportIsTheEventsUnderTheFilterTheOldestFirstAndIsOnTheRecord() throws SQLException {
    event("first", "=1+1");
    event("second", "olivia");
    event("other", "ravi");
    long before = Sql.events();
    byte[] csv =
        People.as("audrey")
            .get(EXPORT + ".csv?model=export-few&subject=second")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header(
                "Content-Disposition",
                matchesPattern("attachment; filename=\"assay-audit-[0-9]{8}T[0-9]{6}Z\\.csv\""))
            .extract()
            .asByteArray();
    String text = new String(csv, StandardCharsets.UTF_8);
    assertThat(text.lines().toList()).hasSize(2);
    assertThat(text).contains(",olivia,thing.done,thing,second,export-few,1,").endsWith("\r\n");
    assertThat(Sql.events()).isEqualTo(before + 1);
    JsonPath said = newest();
    assertThat(said.getString("items[0].actor")).isEqualTo("audrey");
    assertThat(said.getInt("items[0].body.rows")).isEqualTo(1);
    assertThat(said.getString("items[0].body.format")).isEqualTo("csv");
    assertThat(said.getMap("items[0].body.filter"))
        .isEqualTo(Map.of("model", "export-few", "subjectId", "second"));
    assertThat(said.getString("items[0].body.sha256")).isEqualTo(Digest.of(csv).hex());
    People.as("ada")
        .get(EXPORT + ".csv?model=export-few")
        .then()
        .statusCode(200)
        .body(containsString(",'=1+1,thing.done,"));
  }

  @Test
  void asJsonItIsOneArrayOfTheSameEvents() throws SQLException {
    event("json-a", "olivia");
    event("json-b", "ravi");
    People.as("audrey")
        .get(EXPORT + ".json?model=export-few&actor=ravi&subject=json-b")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Content-Disposition", containsString(".json\""))
        .body("size()", equalTo(1))
        .body("[0].subjectId", equalTo("json-b"))
        .body("[0].body.note", equalTo("a, b"));
    People.as("audrey")
        .get(EXPORT + ".json?model=export-nothing")
        .then()
        .statusCode(200)
        .body("size()", equalTo(0));
    assertThat(newest().getInt("items[0].body.rows")).isZero();
  }

  @Test
  void aRefusedExportLeavesNoTrace() throws SQLException {
    long before = Sql.events();
    People.as("ravi").get(EXPORT + ".csv").then().statusCode(403);
    People.as("audrey")
        .get(EXPORT + ".json?to=yesterday")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", equalTo("to is not a time with a zone: yesterday"));
    assertThat(Sql.events()).isEqualTo(before);
  }

  @Test
  void aHundredThousandEventsArriveWholeAndNoFileStays() throws SQLException, IOException {
    int many = 100_000;
    Sql.run(
        "insert into audit.event (actor, action, subject_type, subject_id, model, version, body)"
            + " select 'system:test', 'crowd.done', 'crowd', i::text, 'export-crowd', 1,"
            + " jsonb_build_object('text', repeat('x', 200)) from generate_series(1, ?) i",
        many);
    try (InputStream csv =
            People.as("audrey").get(EXPORT + ".csv?action=crowd.done").asInputStream();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(CsvEvents.HEADER);
      long expected = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        expected++;
        assertThat(line).contains(",crowd," + expected + ",export-crowd,1,");
      }
      assertThat(expected).isEqualTo(many);
    }
    assertThat(newest().getInt("items[0].body.rows")).isEqualTo(many);
    try (InputStream json =
        People.as("audrey").get(EXPORT + ".json?action=crowd.done").asInputStream()) {
      JsonNode events = new ObjectMapper().readTree(json);
      assertThat(events.size()).isEqualTo(many);
    }
    assertThat(leftOver()).isEmpty();
  }

  private static List<Path> leftOver() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Exports.PREFIX + "*")) {
      return StreamSupport.stream(files.spliterator(), false).toList();
    }
  }

  private static JsonPath newest() {
    return People.as("audrey")
        .get("/api/v1/audit/events?action=audit.exported&size=1")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void event(String subject, String actor) throws SQLException {
    Sql.run(
        "insert into audit.event (actor, action, subject_type, subject_id, model, version, body)"
            + " values (?, 'thing.done', 'thing', ?, 'export-few', 1, '{\"note\":\"a, b\"}')",
        actor,
        subject);
  }
}
