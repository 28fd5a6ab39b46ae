package org.assay.devstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What stands in the demo's realm: its people and its clients, read from the file Keycloak
// imports.
public final class DemoRealm {

  /// The password of every person of the demo.
  public static final String PASSWORD = "assay";

  private final JsonNode realm;

  private DemoRealm(JsonNode realm) {
    this.realm = realm;
  }

  public static DemoRealm read() {
    try {
      return new DemoRealm(new ObjectMapper().readTree(Resources.text("realm-assay.json")));
    } catch (JsonProcessingException e) {
      throw new StackException("realm-assay.json is not JSON", e);
    }
  }

  /// Somebody who can sign in.
  ///
  /// @param subject the `sub` of their tokens, the same on every machine
  public record Person(String subject, String username, String name, List<String> roles) {
    public Person {
      roles = List.copyOf(roles);
    }
  }

  public List<Person> people() {
    return elements(realm.path("users"))
        .filter(user -> !user.has("serviceAccountClientId"))
        .map(
            user ->
                new Person(
                    user.path("id").asText(),
                    user.path("username").asText(),
                    user.path("firstName").asText() + " " + user.path("lastName").asText(),
                    elements(user.path("realmRoles"))
                        .map(JsonNode::asText)
                        .collect(Collectors.toList())))
        .toList();
  }

  /// The secret of a confidential client, such as `assay-console`.
  ///
  /// @throws IllegalArgumentException if there is no such client with a secret
  public String secret(String client) {
    return elements(realm.path("clients"))
        .filter(each -> each.path("clientId").asText().equals(client) && each.has("secret"))
        .map(each -> each.path("secret").asText())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no client with a secret: " + client));
  }

  private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
