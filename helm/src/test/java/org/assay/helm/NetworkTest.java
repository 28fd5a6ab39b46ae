package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may speak to whom.
class NetworkTest {
  private static final Rendered USUAL = ValueSet.DEFAULTS.rendered();
  private static final Rendered EVERYTHING = ValueSet.EVERYTHING.rendered();

  @Test
  void everythingIsDeniedAtFirst() {
    JsonNode deny = USUAL.one("NetworkPolicy", "deny").path("spec");
    assertThat(deny.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
    assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
    assertThat(deny.at("/podSelector/matchLabels").size()).isEqualTo(2);
  }

  @Test
  void theSelectorOfTheDenialMeetsEveryPod() {
    JsonNode wanted = USUAL.one("NetworkPolicy", "deny").at("/spec/podSelector/matchLabels");
    List<JsonNode> labels =
        USUAL.objects().stream()
            .map(object -> object.at("/spec/template/metadata/labels"))
            .filter(JsonNode::isObject)
            .toList();
    assertThat(labels)
        .hasSize(5)
        .allSatisfy(
            given ->
                wanted
                    .properties()
                    .forEach(w -> assertThat(given.path(w.getKey())).isEqualTo(w.getValue())));
  }

  @ParameterizedTest
  @CsvSource({
    "server, true, true",
    "jobs, true, true",
    "migrate, true, false",
    "console, false, true",
    "serving, false, true"
  })
  void onlyServerAndMigrationsReachTheDatabase(String program, boolean database, boolean realm) {
    List<Integer> ports =
        Rendered.each(USUAL.one("NetworkPolicy", program).at("/spec/egress"))
            .flatMap(rule -> Rendered.each(rule.path("ports")))
            .map(port -> port.path("port").asInt())
            .toList();
    assertThat(ports.contains(5432)).isEqualTo(database);
    assertThat(ports.contains(443)).isEqualTo(realm);
    assertThat(ports).contains(53);
  }

  @Test
  void nobodyReachesServingOrTheConsoleUntilNamed() {
    for (String program : List.of("console", "jobs", "migrate")) {
      assertThat(USUAL.one("NetworkPolicy", program).path("spec").has("ingress")).isFalse();
    }
    // the server alone: it collects the figures of the charts
    assertThat(callers(USUAL, "serving")).containsExactly("server", "jobs");
    Rendered named =
        Rendered.of(
            command -> command.set("serving.callers[0].podSelector.matchLabels.app", "lending"));
    assertThat(
            named
                .one("NetworkPolicy", "serving")
                .at("/spec/ingress/0/from/2/podSelector/matchLabels/app")
                .asText())
        .isEqualTo("lending");
  }

  @Test
  void onlyConsoleAndServingCallTheServer() {
    assertThat(callers(USUAL, "server")).containsExactly("console", "serving");
  }

  @ParameterizedTest
  @CsvSource({"server, true", "jobs, true", "console, false", "migrate, false"})
  void onlyTheServerCollectsTheFiguresOfServing(String program, boolean may) {
    assertThat(
            Rendered.each(USUAL.one("NetworkPolicy", program).at("/spec/egress"))
                .flatMap(rule -> Rendered.each(rule.path("ports")))
                .anyMatch(port -> port.path("port").asInt() == 8082))
        .isEqualTo(may);
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "jobs", "serving"})
  void prometheusReachesWhatItCollectsFrom(String program) {
    assertThat(EVERYTHING.one("NetworkPolicy", program).at("/spec/ingress/0/from").toString())
        .contains("{\"kubernetes.io/metadata.name\":\"monitoring\"}");
    assertThat(EVERYTHING.one("NetworkPolicy", "console").at("/spec/ingress/0/from").toString())
        .doesNotContain("monitoring");
  }

  @Test
  void switchedOffThereIsNone() {
    assertThat(ValueSet.OPEN_NETWORK.rendered().ofKind("NetworkPolicy")).isEmpty();
  }

  private static List<String> callers(Rendered rendered, String program) {
    return Rendered.each(rendered.one("NetworkPolicy", program).at("/spec/ingress/0/from"))
        .map(peer -> peer.at("/podSelector/matchLabels/app.kubernetes.io~1component").asText())
        .toList();
  }
}
