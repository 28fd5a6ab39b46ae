package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The realm to import is the one that everything is tested with, without its people, its scripts
// and its secrets.
class RealmTest {
  private static final List<String> OF_THE_DEMO = List.of("assay-cli", "assay-app");

  private final JsonNode tested;
  private final JsonNode example;

  RealmTest() throws IOException {
    ObjectMapper json = new ObjectMapper();
    tested =
        json.readTree(
            Path.of("../backend/devstack/src/main/resources/org/assay/devstack/realm-assay.json")
                .toFile());
    example = json.readTree(Rendered.CHART.resolve("realm-example.json").toFile());
  }

  @Test
  void itHasTheSameRolesAndRules() {
    for (String part :
        List.of(
            "realm",
            "roles",
            "editUsernameAllowed",
            "registrationAllowed",
            "accessTokenLifespan")) {
      assertThat(example.path(part)).as(part).isEqualTo(tested.path(part));
    }
    assertThat(example.path("sslRequired").asText()).isEqualTo("external");
  }

  @Test
  void itHasTheSameClients() {
    assertThat(Rendered.each(tested.path("clients")))
        .filteredOn(client -> !OF_THE_DEMO.contains(client.path("clientId").asText()))
        .isNotEmpty()
        .allSatisfy(
            client ->
                assertThat(Rendered.each(example.path("clients")).map(RealmTest::withoutPlace))
                    .contains(withoutPlace(client)));
  }

  @Test
  void itHasTheSameServiceAccounts() {
    assertThat(Rendered.each(tested.path("users")))
        .filteredOn(user -> user.has("serviceAccountClientId"))
        .filteredOn(user -> !OF_THE_DEMO.contains(user.path("serviceAccountClientId").asText()))
        .isNotEmpty()
        .allSatisfy(
            user -> {
              ObjectNode nameless = ((ObjectNode) user).deepCopy().without("id");
              assertThat(Rendered.each(example.path("users"))).contains(nameless);
            });
  }

  @Test
  void nobodyIsInItAndNothingOfTheDemo() {
    assertThat(Rendered.each(example.path("users")))
        .allMatch(user -> user.has("serviceAccountClientId"))
        .noneMatch(user -> user.has("credentials"));
    assertThat(Rendered.each(example.path("clients")))
        .allMatch(client -> client.path("secret").asText().matches("\\$\\{ASSAY_[A-Z]+_SECRET}"))
        .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean(true));
    assertThat(example.toString()).doesNotContain("demo", "localhost");
  }

  /// What differs from place to place.
  private static JsonNode withoutPlace(JsonNode client) {
    return ((ObjectNode) client)
        .deepCopy()
        .without(List.of("secret", "redirectUris", "attributes"));
  }
}
