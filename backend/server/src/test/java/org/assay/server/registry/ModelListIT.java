package org.assay.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assay.api.models.ModelSort;
import org.assay.server.People;
import org.assay.server.Sql;
import org.assay.server.TestStackResource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(TestStackResource.class)
class ModelListIT {
  private static final String MANY =
      """
      insert into assay.model (id, name, purpose, owner, risk_tier, created_at, revision)
      select gen_random_uuid(), 'crowd-' || lpad((i * 7919 % 10000)::text, 5, '0'), 'one of many',
        'owner-' || i % 97, (array['MINIMAL', 'LIMITED', 'HIGH'])[1 + i % 3],
        now() - i * interval '1 minute', 0
      from generate_series(1, 10000) i
      on conflict do nothing
      """;
  private static final String THREE_VERSIONS_EACH =
      """
      insert into assay.model_version (id, model_id, number, stage, author, card, created_at, revision)
      select gen_random_uuid(), m.id, n, 'DRAFT', 'nobody',
        jsonb_build_object('summary', repeat('long ', 200)), now(), 0
      from assay.model m, generate_series(1, 3) n
      where m.name like 'crowd-%'
      on conflict do nothing
      """;

  @Inject EntityManagerFactory factory;

  @Test
  void modelsComeInTheOrderAskedForAndEqualOnesByName() throws SQLException {
    register("sorted-c", "HIGH");
    register("sorted-a", "MINIMAL");
    register("sorted-d", "LIMITED");
    register("sorted-b", "LIMITED");
    assertThat(names("NAME", false))
        .containsExactly("sorted-a", "sorted-b", "sorted-c", "sorted-d");
    assertThat(names("NAME", true)).containsExactly("sorted-d", "sorted-c", "sorted-b", "sorted-a");
    assertThat(names("RISK_TIER", false))
        .containsExactly("sorted-a", "sorted-b", "sorted-d", "sorted-c");
    assertThat(names("RISK_TIER", true))
        .containsExactly("sorted-c", "sorted-b", "sorted-d", "sorted-a");
    assertThat(names("CREATED_AT", false))
        .containsExactly("sorted-c", "sorted-a", "sorted-d", "sorted-b");
    assertThat(names("OWNER", true))
        .as("one owner: by name, whichever way")
        .containsExactly("sorted-a", "sorted-b", "sorted-c", "sorted-d");
    Sql.run("update assay.model set owner = 'zoe' where name = 'sorted-b'");
    assertThat(names("OWNER", true).getFirst()).isEqualTo("sorted-b");
  }

  @Test
  void aModelWithoutAVersionComesLastByStageBothWays() throws SQLException {
    register("staged-none", "LIMITED");
    register("staged-draft", "LIMITED");
    register("staged-withdrawn", "LIMITED");
    register("staged-submitted", "LIMITED");
    for (String name : List.of("staged-draft", "staged-withdrawn", "staged-submitted")) {
      version(name);
    }
    version("staged-withdrawn");
    People.as("olivia")
        .post("/api/v1/models/staged-withdrawn/versions/2/withdrawal")
        .then()
        .statusCode(200);
    Sql.run(
        "update assay.model_version set digest = repeat('a', 64), sealed_at = now(), stage ="
            + " 'SUBMITTED' where model_id = (select id from assay.model where name ="
            + " 'staged-submitted')");
    List<String> rising =
        List.of("staged-draft", "staged-submitted", "staged-withdrawn", "staged-none");
    assertThat(names("staged-", "LATEST_STAGE", false)).isEqualTo(rising);
    assertThat(names("staged-", "LATEST_STAGE", true))
        .containsExactly("staged-withdrawn", "staged-submitted", "staged-draft", "staged-none");
    List<Integer> numbers = list("staged-", "LATEST_STAGE", false, "latestVersion");
    assertThat(numbers).isEqualTo(Arrays.asList(1, 1, 2, null));
    List<String> stages = list("staged-", "LATEST_STAGE", false, "latestStage");
    assertThat(stages).isEqualTo(Arrays.asList("DRAFT", "SUBMITTED", "WITHDRAWN", null));
  }

  @ParameterizedTest
  @EnumSource(ModelSort.class)
  void amongTenThousandModelsAPageIsOneQueryAndOneCount(ModelSort sort) throws SQLException {
    Sql.run(MANY);
    Sql.run(THREE_VERSIONS_EACH);
    Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    People.token("ravi");
    statistics.clear();
    Instant begin = Instant.now();
    List<String> names =
        People.as("ravi")
            .get("/api/v1/models?q=crowd-&size=200&page=3&sort=" + sort + "&descending=true")
            .then()
            .statusCode(200)
            .extract()
            .path("items.name");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    statistics.setStatisticsEnabled(false);
    assertThat(names).hasSize(200).doesNotHaveDuplicates();
    if (sort == ModelSort.NAME) {
      assertThat(names).isSortedAccordingTo(Collections.reverseOrder());
      assertThat(names.getFirst()).isEqualTo("crowd-09399");
    }
  }

  private static List<String> names(String sort, boolean descending) {
    return names("sorted-", sort, descending);
  }

  private static List<String> names(String text, String sort, boolean descending) {
    return list(text, sort, descending, "name");
  }

  private static <T> List<T> list(String text, String sort, boolean descending, String field) {
    return People.as("ravi")
        .get("/api/v1/models?q=%s&sort=%s&descending=%s".formatted(text, sort, descending))
        .then()
        .statusCode(200)
        .extract()
        .path("items." + field);
  }

  private static void register(String name, String tier) {
    People.as("olivia")
        .body("{\"name\":\"%s\",\"purpose\":\"p\",\"riskTier\":\"%s\"}".formatted(name, tier))
        .post("/api/v1/models")
        .then()
        .statusCode(201);
  }

  private static void version(String model) {
    People.as("olivia")
        .body("{}")
        .post("/api/v1/models/" + model + "/versions")
        .then()
        .statusCode(201);
  }
}
