package org.assay.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.api.people.PersonView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A realm by hand, for what the demo's realm has not got: groups, many people, a missing role.
class PeopleTest {
  private static final String ADMIN = "/admin/realms/big";
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/realms/big/protocol/openid-connect/token",
          "{\"access_token\":\"t\"}",
          ADMIN + "/roles/reviewer/users",
          "[]",
          ADMIN + "/roles/reviewer/groups",
          "[{\"id\":\"risk\"}]",
          ADMIN + "/groups/risk/members",
          "[" + user("rita", true) + "]",
          ADMIN + "/groups/risk/children",
          "[{\"id\":\"night\"}]",
          ADMIN + "/groups/night/members",
          "[" + user("nora", false) + "]",
          ADMIN + "/groups/night/children",
          "[]",
          ADMIN + "/roles/admin/users",
          "[" + user("rita", true) + "]",
          ADMIN + "/roles/admin/groups",
          "[]");

  private HttpServer realm;

  @BeforeEach
  void start() throws IOException {
    realm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    realm.createContext("/", PeopleTest::answer);
    realm.start();
  }

  @AfterEach
  void stop() {
    realm.stop(0);
  }

  @Test
  void aGroupGivesItsRoleToItsMembersAndThoseOfTheGroupsInIt() {
    List<PersonView> people = people();
    assertThat(people)
        .contains(
            new PersonView("rita", "rita", List.of("admin", "reviewer"), true, false),
            new PersonView("nora", "nora", List.of("reviewer"), false, false));
  }

  @Test
  void allPagesAreReadAndARoleThatTheRealmLacksHasNobody() {
    assertThat(people()).filteredOn(p -> p.roles().contains("owner")).hasSize(501);
    assertThat(people()).noneMatch(p -> p.roles().contains("consumer"));
  }

  private List<PersonView> people() {
    PeopleConfig config =
        PeopleSettings.of(
            URI.create("http://localhost:" + realm.getAddress().getPort() + "/realms/big"), "s");
    return new People(new KeycloakAdmin(config, new ObjectMapper()), config).all();
  }

  private static String user(String name, boolean enabled) {
    return "{\"username\":\"%s\",\"enabled\":%s}".formatted(name, enabled);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean owners = path.equals(ADMIN + "/roles/owner/users");
    String text = owners ? owners(exchange.getRequestURI().getQuery()) : ANSWERS.get(path);
    byte[] body = (text == null ? "{}" : text).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(text == null ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /// 501 of them, as many at a time as are asked for.
  private static String owners(String query) {
    int first = Integer.parseInt(query.replaceAll(".*first=(\\d+).*", "$1"));
    int most = Integer.parseInt(query.replaceAll(".*max=(\\d+).*", "$1"));
    return IntStream.range(first, Math.min(501, first + most))
        .mapToObj(i -> user("owner-" + i, true))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
