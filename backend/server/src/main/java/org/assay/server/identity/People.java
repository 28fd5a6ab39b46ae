package org.assay.server.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.api.people.PersonView;

/// Who has a role in Assay, asked of Keycloak each time: by a role of their own, or by a group that
/// has it. Roles that contain other roles are not followed.
@Startup
@ApplicationScoped
class People {
  private static final String SERVICE_ACCOUNT = "service-account-";
  private static final String DEMO_SECRET = "demo-only-";

  private final KeycloakAdmin keycloak;

  People(KeycloakAdmin keycloak, PeopleConfig config) {
    this.keycloak = keycloak;
    boolean deployed = LaunchMode.current() == LaunchMode.NORMAL && !config.demo();
    if (deployed && config.secret().filter(s -> s.startsWith(DEMO_SECRET)).isPresent()) {
      throw new IllegalStateException(
          "The client secret of "
              + config.client()
              + " is the demo's, which everybody knows: set ASSAY_PEOPLE_SECRET to one of your own.");
    }
  }

  List<PersonView> all() {
    KeycloakAdmin.Session session = keycloak.signIn();
    Map<String, JsonNode> users = new HashMap<>();
    Map<String, Set<String>> roles = new HashMap<>();
    for (String role : Role.ALL) {
      for (JsonNode user : holders(session, role)) {
        String name = user.path("username").asText();
        users.put(name, user);
        roles.computeIfAbsent(name, n -> new TreeSet<>()).add(role);
      }
    }
    return users.entrySet().stream()
        .map(u -> person(u.getValue(), List.copyOf(roles.getOrDefault(u.getKey(), Set.of()))))
        .sorted(
            Comparator.comparing(PersonView::service)
                .thenComparing(PersonView::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(PersonView::subject))
        .toList();
  }

  private static List<JsonNode> holders(KeycloakAdmin.Session session, String role) {
    String path = "/roles/" + role;
    List<JsonNode> holders = new ArrayList<>(session.list(path + "/users"));
    Set<String> seen = new HashSet<>();
    List<JsonNode> groups = new ArrayList<>(session.list(path + "/groups"));
    while (!groups.isEmpty()) {
      String group = groups.removeLast().path("id").asText();
      if (seen.add(group)) {
        holders.addAll(session.list("/groups/" + group + "/members"));
        groups.addAll(session.list("/groups/" + group + "/children"));
      }
    }
    return holders;
  }

  private static PersonView person(JsonNode user, List<String> roles) {
    String subject = user.path("username").asText();
    boolean service = subject.startsWith(SERVICE_ACCOUNT);
    String full = (text(user, "firstName") + " " + text(user, "lastName")).strip();
    String other = service ? subject.substring(SERVICE_ACCOUNT.length()) : subject;
    return new PersonView(
        subject, full.isEmpty() ? other : full, roles, user.path("enabled").asBoolean(), service);
  }

  private static String text(JsonNode user, String field) {
    return user.path(field).asText("");
  }
}
