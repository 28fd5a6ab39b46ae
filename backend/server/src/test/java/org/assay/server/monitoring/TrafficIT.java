package org.assay.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.common.mapper.TypeRef;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.assay.api.monitoring.PartState;
import org.assay.api.monitoring.PartView;
import org.assay.api.monitoring.Traffic;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.assay.server.jobs.JobsConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Two servings by hand, a third that is not there, and the server that looks at them.
@QuarkusTest
@WithTestResource(TestStackResource.class)
class TrafficIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @ConfigProperty(name = TestStackResource.SERVINGS)
  Path servings;

  @Inject TrafficLog log;
  @Inject JobsConfig jobs;

  @Test
  void requestsAreCountedOnceOverRestartsAndSeveralServings() throws Exception {
    UUID release = live("counted-once");
    UUID first = UUID.randomUUID();
    show(
        "first",
        new Metrics(first).answered(release, 1.2, 1.3, 3).unanswered(release, "refused", 1));
    await(release, Traffic.Point::answered, 3);
    await(release, Traffic.Point::refused, 1);
    show("first", new Metrics(first).answered(release, 1.2, 1.3, 3, 4, 400));
    await(release, Traffic.Point::answered, 5);

    // A restart: another process, that has counted less than the one before.
    show("first", new Metrics(UUID.randomUUID()).answered(release, 2, 2));
    await(release, Traffic.Point::answered, 7);

    // A second serving beside it.
    UUID second = UUID.randomUUID();
    show("second", new Metrics(second).answered(release, 5, 5, 5).unanswered(release, "failed", 2));
    await(release, Traffic.Point::answered, 10);
    await(release, Traffic.Point::failed, 2);
    assertThat(sum(traffic(release), Traffic.Point::refused)).isEqualTo(1);

    // The same look once more, and one that comes too late, change nothing.
    log.add(ServingCounts.read(new Metrics(second).answered(release, 5, 5).text()), Instant.now());
    assertThat(sum(traffic(release), Traffic.Point::answered)).isEqualTo(10);
    assertThat(
            Sql.number(
                "select sum(b) from assay.traffic, unnest(buckets) as b where release_id = ?",
                release))
        .isEqualTo(10);
  }

  @Test
  void percentilesAreToldAndMinutesWithoutAnswersHaveNone() throws Exception {
    UUID release = live("percentiles");
    Instant now = Instant.now();
    UUID process = UUID.randomUUID();
    log.add(
        ServingCounts.read(new Metrics(process).unanswered(release, "refused", 1).text()),
        now.minusSeconds(600));
    log.add(
        ServingCounts.read(
            new Metrics(process)
                .unanswered(release, "refused", 1)
                .answered(release, 1.1, 1.2, 1.3, 900)
                .text()),
        now);
    List<Traffic.Point> points = traffic(release).points();
    assertThat(points).hasSize(2);
    assertThat(points.getFirst().at()).isBefore(points.getLast().at());
    assertThat(points.getFirst().p50Millis()).isNull();
    assertThat(points.getFirst().refused()).isEqualTo(1);
    assertThat(points.getLast().refused()).isZero();
    assertThat(points.getLast().p50Millis()).isBetween(1.0, 1.5);
    assertThat(points.getLast().p99Millis()).isBetween(680.0, 1_000.0);
    assertThat(traffic(release, 5).points()).hasSize(1);
    assertThat(all())
        .filteredOn(t -> t.releaseId().equals(release))
        .singleElement()
        .satisfies(t -> assertThat(t.points()).isEqualTo(points))
        .satisfies(t -> assertThat(t.model()).isEqualTo("percentiles"));
  }

  @Test
  void aReleaseWithoutTrafficHasNoPointsAndAnUnknownOneIsNotFound() throws Exception {
    UUID release = live("quiet");
    assertThat(traffic(release).points()).isEmpty();
    assertThat(all()).noneMatch(t -> t.releaseId().equals(release));
    UUID unknown = UUID.randomUUID();
    log.add(ServingCounts.read(new Metrics(unknown).answered(unknown, 1).text()), Instant.now());
    People.as("ada")
        .get("/api/v1/releases/" + unknown + "/traffic")
        .then()
        .statusCode(404)
        .body("detail", containsString(unknown.toString()));
    People.as("ada").get("/api/v1/traffic?minutes=4").then().statusCode(400);
  }

  @Test
  void oneServerLooksAtATimeAndAnotherWhenItIsGone() {
    Duration over = Duration.ofMillis(-1);
    assertThat(log.takeTurn(jobs.instance(), Duration.ofMinutes(1))).as("its own turn").isTrue();
    assertThat(log.takeTurn("another", Duration.ofMinutes(1))).isFalse();
    Await.until(
        LIMIT,
        () -> {
          log.takeTurn(jobs.instance(), over);
          return log.takeTurn("another", Duration.ofMillis(500));
        });
    assertThat(log.takeTurn("a third", over)).isFalse();
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgotten() throws Exception {
    UUID release = live("forgotten");
    Instant old = Instant.now().minus(Duration.ofDays(15));
    log.add(ServingCounts.read(new Metrics(UUID.randomUUID()).answered(release, 1).text()), old);
    Await.until(
        LIMIT,
        () -> number("select count(*) from assay.traffic where release_id = ?", release) == 0);
    assertThat(number("select count(*) from assay.traffic_mark where release_id = ?", release))
        .isZero();
  }

  @Test
  void thePartsAreShownAsTheyAre() throws Exception {
    UUID process = UUID.randomUUID();
    show("first", new Metrics(process));
    write("first", "ready.json", "{\"ready\":true}");
    write("first", "about.json", "{\"name\":\"assay-serving\",\"version\":\"v2/test\"}");
    List<PartView> parts =
        People.as("audrey")
            .get("/api/v1/parts")
            .then()
            .statusCode(200)
            .body("find { it.name == 'serving' }.state", equalTo("UP"))
            .extract()
            .as(new TypeRef<>() {});
    assertThat(parts)
        .extracting(PartView::name)
        .containsExactly(
            "server",
            "database",
            "files",
            "jobs",
            "signing-key",
            "keycloak",
            "serving",
            "serving",
            "serving");
    assertThat(parts.subList(0, 7)).allMatch(p -> p.state() == PartState.UP, "is up");
    assertThat(parts.get(1).version()).startsWith("18");
    assertThat(parts.get(6).version()).isEqualTo("v2/test");
    assertThat(parts.get(7).state()).isEqualTo(PartState.DOWN);
    assertThat(parts.get(8).state()).isEqualTo(PartState.DOWN);
    assertThat(parts.get(8).detail()).contains("http://localhost:1 does not answer");
    assertThat(parts).allMatch(p -> !p.detail().isBlank());
  }

  private static UUID live(String model) throws Exception {
    return ReleasedVersion.live(model, Instant.now().plus(Duration.ofDays(90))).release();
  }

  /// The file comes to its name only when it is whole: the server may look at any moment.
  private void write(String serving, String file, String text) throws IOException {
    Path folder = Files.createDirectories(servings.resolve(serving));
    Path draft = Files.writeString(folder.resolve(file + ".part"), text);
    Files.move(draft, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }

  private void show(String serving, Metrics metrics) throws IOException {
    write(serving, "metrics", metrics.text());
  }

  private static void await(UUID release, ToLongFunction<Traffic.Point> count, long expected) {
    Await.until(LIMIT, () -> sum(traffic(release), count) == expected);
  }

  private static long sum(Traffic traffic, ToLongFunction<Traffic.Point> count) {
    return traffic.points().stream().mapToLong(count).sum();
  }

  private static Traffic traffic(UUID release) {
    return traffic(release, 60);
  }

  private static Traffic traffic(UUID release, int minutes) {
    return People.as("olivia")
        .queryParams(Map.of("minutes", minutes))
        .get("/api/v1/releases/" + release + "/traffic")
        .then()
        .statusCode(200)
        .extract()
        .as(Traffic.class);
  }

  private static List<Traffic> all() {
    return People.as("ravi")
        .get("/api/v1/traffic")
        .then()
        .statusCode(200)
        .extract()
        .as(new TypeRef<>() {});
  }

  private static long number(String sql, Object... parameters) {
    try {
      return Sql.number(sql, parameters);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
