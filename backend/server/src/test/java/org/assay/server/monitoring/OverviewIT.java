package org.assay.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.common.mapper.TypeRef;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.models.Stage;
import org.assay.api.overview.Overview;
import org.assay.api.overview.Overview.Released;
import org.assay.api.overview.VersionSummary;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.files.StoredFile;
import org.assay.server.review.ExaminedVersion;
import org.assay.server.review.ExaminedVersion.Stakes;
import org.junit.jupiter.api.Test;

/// The figures of the first page, held against the lists behind them.
@QuarkusTest
@WithTestResource(TestStackResource.class)
class OverviewIT {
  private static final List<Stage> UNAPPROVED =
      List.of(Stage.DRAFT, Stage.SUBMITTED, Stage.IN_REVIEW, Stage.CHANGES_REQUESTED);

  @Test
  void figuresAgreeWithTheListsForEveryRole() throws SQLException {
    Overview before = overview("ravi");
    Overview rosas = overview("rosa");
    inReview("overview-open", "OPEN", Stakes.OLIVIA);
    inReview("overview-of-ravi", "BLOCKED", new Stakes("olivia", "ravi", "olivia", "olivia"));
    UUID voted = inReview("overview-voted", "OPEN", Stakes.OLIVIA);
    ReleasedVersion.vote("ravi", voted);
    ReleasedVersion.live("overview-live", Instant.now().plus(Duration.ofDays(20)));

    Overview after = overview("ravi");
    assertThat(after.toDecide()).isEqualTo(before.toDecide() + 1);
    assertThat(overview("rosa").toDecide()).isEqualTo(rosas.toDecide() + 3);
    assertThat(after.openReviews()).isEqualTo(before.openReviews() + 3);
    assertThat(after.gateBlocked()).isEqualTo(before.gateBlocked() + 1);
    assertThat(after.live()).isEqualTo(before.live() + 1);
    assertThat(after.expiringSoon()).isEqualTo(before.expiringSoon() + 1);
    for (String person : List.of("olivia", "ravi", "rosa", "ada", "audrey")) {
      Overview overview = overview(person);
      assertThat(overview.toDecide()).as(person).isEqualTo(total(person, "reviews?mine=true"));
      assertThat(overview.openReviews()).isEqualTo(total(person, "reviews?state=OPEN"));
      assertThat(overview.live()).isEqualTo(total(person, "releases?state=LIVE"));
      assertThat(overview.suspended()).isEqualTo(total(person, "releases?state=SUSPENDED"));
      assertThat(overview.jobsFailed()).isEqualTo(total(person, "jobs?state=FAILED"));
      assertThat(overview.gateBlocked()).isEqualTo(unapproved(person, "&gate=blocked"));
      assertThat(overview.withFindings()).isEqualTo(unapproved(person, "&findings=true"));
      overview
          .versionsByStage()
          .forEach((stage, n) -> assertThat(n).isEqualTo(total(person, "versions?stage=" + stage)));
      assertThat(overview.versionsByStage().values().stream().mapToLong(n -> n).sum())
          .isEqualTo(total(person, "versions"));
    }
  }

  @Test
  void findingsThatBlockOrWarnAreCountedAndThoseToKnowAreNot() throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft("overview-found", "HIGH", Stakes.OLIVIA);
    long before = overview("ravi").withFindings();
    intake(version, "information");
    assertThat(overview("ravi").withFindings()).isEqualTo(before);
    intake(version, "warning", "blocking", "information");
    assertThat(overview("ravi").withFindings()).isEqualTo(before + 1);
    assertThat(versions("versions?findings=true&q=overview-found").items())
        .singleElement()
        .satisfies(v -> assertThat(v.findings()).isEqualTo(2));
    intake(version);
    assertThat(overview("ravi").withFindings()).as("the newest report counts").isEqualTo(before);
  }

  @Test
  void aReviewIsOverduePastItsDueDate() throws SQLException {
    long before = overview("ravi").overdue();
    opened("overdue-not-yet", 9, 10);
    assertThat(overview("ravi").overdue()).isEqualTo(before);
    opened("overdue-since-a-day", 11, 10);
    opened("overdue-since-two", 7, 5);
    assertThat(overview("ravi").overdue()).isEqualTo(before + 2);
  }

  @Test
  void grantsWaitForWhoOwnsTheDataAlone() throws SQLException {
    ExaminedVersion version =
        ExaminedVersion.draft(
            "overview-grants", "HIGH", new Stakes("olivia", "olivia", "olivia", "oscar"));
    long before = overview("olivia").grantsToDecide();
    request(version.datasetId(), "ravi");
    assertThat(overview("olivia").grantsToDecide()).isEqualTo(before);
    ExaminedVersion own = ExaminedVersion.draft("overview-own-data", "HIGH", Stakes.OLIVIA);
    UUID grant = request(own.datasetId(), "ravi");
    assertThat(overview("olivia").grantsToDecide()).isEqualTo(before + 1);
    assertThat(overview("ravi").grantsToDecide()).isZero();
    People.as("olivia")
        .body("{\"approve\":false,\"reason\":\"not needed\"}")
        .post("/api/v1/grants/" + grant + "/decision")
        .then()
        .statusCode(200);
    assertThat(overview("olivia").grantsToDecide()).isEqualTo(before);
  }

  @Test
  void theNextToExpireStandAtTheTopWithWhatTheyRestOn() throws SQLException {
    for (int i = 1; i <= 11; i++) {
      ReleasedVersion.live("expires-" + i, Instant.now().plus(Duration.ofHours(i)));
    }
    ReleasedVersion.live("expired", Instant.now().plusSeconds(1));
    Await.until(
        Duration.ofSeconds(10),
        () -> overview("audrey").nextToExpire().getFirst().model().equals("expires-1"));
    List<Released> next = overview("audrey").nextToExpire();
    assertThat(next).hasSize(10).isSortedAccordingTo(Comparator.comparing(Released::expiresAt));
    assertThat(next.getFirst().approvals()).isEqualTo(2);
    assertThat(next.getFirst().auditedAt()).isNotNull();
    assertThat(next.getFirst().stage()).isEqualTo(Stage.RELEASED);
    assertThat(next.getFirst().owner()).isEqualTo("olivia");
  }

  @Test
  void versionsAreFoundByNameDigestAndNumber() throws SQLException {
    ExaminedVersion first = ExaminedVersion.draft("find-credit", "HIGH", Stakes.OLIVIA);
    first.gate("OPEN");
    first.gate("BLOCKED");
    ExaminedVersion second = first.next(Stakes.OLIVIA, new StoredFile("f".repeat(64), 8));
    Page<VersionSummary> found = versions("versions?q=FIND-cred");
    assertThat(found.total()).isEqualTo(2);
    assertThat(found.items()).extracting(VersionSummary::number).containsExactly(2, 1);
    VersionSummary oldest = found.items().getLast();
    assertThat(oldest.gateVerdict()).isEqualTo("blocked");
    assertThat(oldest.blockedControls()).isEqualTo(1);
    assertThat(oldest.digest()).isEqualTo(first.digest());
    assertThat(oldest.auditedAt()).isNotNull();
    assertThat(found.items().getFirst().gateVerdict()).isNull();
    assertThat(numbers("q=find-credit 2")).containsExactly(2);
    assertThat(numbers("q=find-credit&gate=blocked")).containsExactly(1);
    assertThat(numbers("q=find-credit&gate=open")).isEmpty();
    assertThat(numbers("q=find-credit&owner=olivia&stage=DRAFT")).containsExactly(2, 1);
    assertThat(numbers("q=find-credit&owner=oscar")).isEmpty();
    assertThat(
            versions("versions?q=" + second.digest().substring(0, 12).toUpperCase(Locale.ROOT))
                .items())
        .extracting(VersionSummary::model)
        .contains("find-credit");
    Page<VersionSummary> past = versions("versions?q=find-credit&page=7&size=2");
    assertThat(past.items()).isEmpty();
    assertThat(past.total()).isEqualTo(2);
    People.as("ravi")
        .get("/api/v1/versions?gate=ajar")
        .then()
        .statusCode(400)
        .body("detail", containsString("ajar"));
  }

  private static UUID inReview(String model, String verdict, Stakes stakes) throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft(model, "HIGH", stakes);
    return version.open(version.gate(verdict), ExaminedVersion.EVIDENCE, stakes.requester(), 2);
  }

  private static void opened(String model, int daysAgo, int days) throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft(model, "HIGH", Stakes.OLIVIA);
    Sql.run(
        "update assay.review set state = 'OPEN', gate_id = ?, evidence_digest = ?,"
            + " opened_at = now() - make_interval(days => ?),"
            + " due_at = now() + make_interval(days => ?), revision = 1 where id = ?",
        version.gate("OPEN"),
        ExaminedVersion.EVIDENCE,
        daysAgo,
        days - daysAgo,
        version.request("olivia", 2));
  }

  private static void intake(ExaminedVersion version, String... severities) throws SQLException {
    String findings =
        String.join(
            ",",
            List.of(severities).stream()
                .map(s -> "{\"id\":\"x\",\"severity\":\"%s\",\"message\":\"m\"}".formatted(s))
                .toList());
    Sql.run(
        "insert into assay.intake_report values (gen_random_uuid(), ?, cast(? as jsonb), 0, ?,"
            + " now())",
        version.id(),
        "{\"findings\":[" + findings + "]}",
        "9".repeat(64));
  }

  private static UUID request(UUID dataset, String grantee) throws SQLException {
    UUID grant = UUID.randomUUID();
    Sql.run(
        "insert into assay.data_grant (id, dataset_id, purpose, reason, grantee, masks, state,"
            + " requested_at, ends_at, revision)"
            + " values (?, ?, 'look', 'to look', ?, '{}', 'REQUESTED', now(), now() + interval '9"
            + " days', 0)",
        grant,
        dataset,
        grantee);
    return grant;
  }

  private static long unapproved(String person, String filter) {
    return UNAPPROVED.stream()
        .mapToLong(stage -> total(person, "versions?stage=" + stage + filter))
        .sum();
  }

  private static List<Integer> numbers(String filter) {
    return versions("versions?" + filter).items().stream().map(VersionSummary::number).toList();
  }

  private static Page<VersionSummary> versions(String path) {
    return People.as("ravi")
        .get("/api/v1/" + path)
        .then()
        .statusCode(200)
        .extract()
        .as(new TypeRef<>() {});
  }

  private static long total(String person, String path) {
    return People.as(person)
        .queryParam("size", 1)
        .get("/api/v1/" + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("total");
  }

  private static Overview overview(String person) {
    return People.as(person)
        .get("/api/v1/overview")
        .then()
        .statusCode(200)
        .extract()
        .as(Overview.class);
  }
}
