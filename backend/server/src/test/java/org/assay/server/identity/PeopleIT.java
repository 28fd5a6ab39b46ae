package org.assay.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.common.mapper.TypeRef;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.assay.api.people.PersonView;
import org.assay.server.TestStackResource;
import org.assay.server.web.Refusal;
import org.junit.jupiter.api.Test;

/// The people of the real realm, read with the server's own account.
@QuarkusTest
@WithTestResource(TestStackResource.class)
class PeopleIT {
  @Inject PeopleConfig config;

  @Test
  void everybodyWithARoleIsListedPeopleFirst() {
    List<PersonView> people =
        org.assay.server.People.as("audrey")
            .get("/api/v1/people")
            .then()
            .statusCode(200)
            .extract()
            .as(new TypeRef<>() {});
    assertThat(people)
        .containsExactly(
            new PersonView("ada", "Ada Okafor", List.of("admin"), true, false),
            new PersonView("audrey", "Audrey Lin", List.of("auditor"), true, false),
            new PersonView("olivia", "Olivia Chen", List.of("owner"), true, false),
            new PersonView("ravi", "Ravi Iyer", List.of("reviewer"), true, false),
            new PersonView("rosa", "Rosa Marín", List.of("reviewer"), true, false),
            new PersonView(
                "service-account-assay-app", "assay-app", List.of("consumer"), true, true),
            new PersonView(
                "service-account-assay-serving", "assay-serving", List.of("serving"), true, true));
  }

  @Test
  void withoutAnAccountWithAWrongOneAndWithoutKeycloakThePeopleAreUnavailableWithARemedy() {
    assertUnavailable(PeopleSettings.of(config.realm(), null), "has no account");
    assertUnavailable(
        PeopleSettings.of(config.realm(), "wrong"), "does not let the client assay-server sign in");
    URI nowhere = URI.create("http://localhost:1/realms/assay");
    assertUnavailable(PeopleSettings.of(nowhere, "any"), "does not answer");
    assertUnavailable(
        new PeopleSettings(
            config.realm(),
            "assay-app",
            Optional.of(org.assay.devstack.DemoRealm.read().secret("assay-app"))),
        "does not show /roles/owner/users to the client assay-app");
  }

  private static void assertUnavailable(PeopleConfig config, String sentence) {
    People people = new People(new KeycloakAdmin(config, new ObjectMapper()), config);
    assertThatThrownBy(people::all)
        .isInstanceOf(Refusal.Unavailable.class)
        .hasMessageContaining(sentence)
        .satisfies(refusal -> assertThat(((Refusal) refusal).remedy()).isNotNull());
  }
}
