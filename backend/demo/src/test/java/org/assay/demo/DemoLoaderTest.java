package org.assay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assay.api.models.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoLoaderTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String LOGISTIC = "mortgage-approval-logistic";
  private static final String BOOSTED = "mortgage-approval-boosted";
  private static final String PRECHECK = "mortgage-precheck";
  private static final int WRITES_OF_A_WHOLE_WALK = 22;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private FakeAssay assay;

  @BeforeEach
  void start() throws Exception {
    assay = new FakeAssay();
  }

  @AfterEach
  void stop() {
    assay.close();
  }

  private int load(LoaderSettings settings) {
    return new DemoLoader(settings, new PrintStream(printed, true, StandardCharsets.UTF_8)).load();
  }

  private int load() {
    return load(assay.http.settings(LIMIT));
  }

  private static List<String> withoutIds(FakeAssay assay) {
    return assay.http.writes.stream().map(write -> write.replaceAll("[0-9a-f-]{36}", "*")).toList();
  }

  @Test
  void theWalkLeavesOneModelLiveOneInReviewOneADraft() {
    load();

    assertThat(assay.stage(LOGISTIC)).isEqualTo(Stage.RELEASED);
    assertThat(assay.stage(BOOSTED)).isEqualTo(Stage.IN_REVIEW);
    assertThat(assay.stage(PRECHECK)).isEqualTo(Stage.DRAFT);
    assertThat(assay.releases)
        .singleElement()
        .satisfies(terms -> assertThat(terms.consumers()).containsExactly("consumer-one"));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(
            BOOSTED + " version 1 is done: the gate is blocked, failing demographic-parity = 0.68")
        .contains(WRITES_OF_A_WHOLE_WALK + " steps were done");
  }

  @Test
  void everyStepIsDoneByThePersonWhoseWorkItIs() {
    load();

    String version = "/models/" + LOGISTIC + "/versions/1";
    assertThat(withoutIds(assay))
        .hasSize(WRITES_OF_A_WHOLE_WALK)
        .filteredOn(write -> write.contains(LOGISTIC) || write.contains("/reviews/"))
        .containsExactly(
            "olivia POST /models/" + LOGISTIC + "/versions",
            "olivia PUT " + version + "/files/model.onnx",
            "olivia POST " + version + "/seal",
            "olivia POST " + version + "/assessments",
            "olivia POST " + version + "/reviews",
            "ravi POST /reviews/*/decisions",
            "rosa POST /reviews/*/decisions",
            "ada POST " + version + "/releases");
  }

  @Test
  void aSecondRunChangesNothingAndSaysSo() {
    load();
    assay.http.writes.clear();

    assertThat(load()).isZero();
    assertThat(assay.http.writes).isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("nothing was changed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunBrokenAtAnyStepCanBeRepeated(boolean carriedOut) throws Exception {
    load();
    List<String> unbroken = withoutIds(assay);
    for (int broken = 0; broken < WRITES_OF_A_WHOLE_WALK; broken++) {
      try (FakeAssay each = new FakeAssay()) {
        each.http.breaksAt = broken;
        each.http.carriedOut = carriedOut;
        assertThatThrownBy(() -> load(each.http.settings(LIMIT))).isInstanceOf(DemoStopped.class);

        load(each.http.settings(LIMIT));

        assertThat(withoutIds(each)).containsExactlyElementsOf(unbroken);
        assertThat(each.stage(LOGISTIC)).isEqualTo(Stage.RELEASED);
        assertThat(each.stage(BOOSTED)).isEqualTo(Stage.IN_REVIEW);
      }
    }
  }

  @Test
  void aRefusalIsTheServersSentenceWithWhoAndWhat() {
    assay.http.breaksAt = 2;

    assertThatThrownBy(this::load)
        .isInstanceOf(DemoStopped.class)
        .hasMessageMatching(
            "olivia was refused PUT /api/v1/datasets/[^/]+/classification with 503: the connection broke");
  }

  @Test
  void aStepThatFailedForGoodStopsTheWalkWithItsMessage() {
    assay.failing = "explanation";

    assertThatThrownBy(this::load)
        .hasMessage(
            "The assessment of "
                + LOGISTIC
                + " version 1 failed at explanation: the worker ran out");
  }

  @Test
  void waitingEndsAtTheLimitAndSaysWhatWasSeenLast() {
    assay.stuck = true;

    assertThatThrownBy(() -> load(assay.http.settings(Duration.ofMillis(50))))
        .hasMessageContaining("intake of " + LOGISTIC + " version 1, last seen: intake waits");
  }

  @Test
  void aWrongPasswordIsKeycloaksSentence() {
    LoaderSettings right = assay.http.settings(LIMIT);
    LoaderSettings wrong =
        new LoaderSettings(
            right.api(), right.tokenUrl(), "guess", right.consumer(), LIMIT, right.pause());

    assertThatThrownBy(() -> load(wrong))
        .hasMessageStartingWith("Keycloak gives no token for olivia (Invalid user credentials)");
  }

  @Test
  void aServerThatIsNotThereIsNamedWithWhatToDo() {
    LoaderSettings there = assay.http.settings(LIMIT);
    URI nowhere = URI.create("http://127.0.0.1:1");
    LoaderSettings settings =
        new LoaderSettings(
            nowhere, there.tokenUrl(), "assay", there.consumer(), LIMIT, there.pause());

    assertThatThrownBy(() -> load(settings))
        .hasMessageContaining("Assay at http://127.0.0.1:1 does not answer")
        .hasMessageContaining("./assay up");
  }

  @Test
  void theFakeRefusesWhatTheServerRefuses() {
    load();
    Connection api = new Connection(assay.http.settings(LIMIT));
    String releases = "/models/" + LOGISTIC + "/versions/1/releases";

    for (Person person : List.of(Person.OLIVIA, Person.RAVI)) {
      assertThatThrownBy(() -> api.post(person, releases))
          .hasMessageContaining("403: not an administrator Look first.");
    }
  }
}
