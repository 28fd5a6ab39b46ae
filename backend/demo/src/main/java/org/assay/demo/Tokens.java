package org.assay.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Access tokens of the demo people, by direct grant for the client `assay-cli`. Only the demo's
/// realm has such people and allows such a grant.
final class Tokens {
  /// A token with less life than this left is fetched again.
  private static final Duration MARGIN = Duration.ofSeconds(15);

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private record Token(String value, long endsAtNanos) {}

  private final HttpClient http;
  private final LoaderSettings settings;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<Person, Token> tokens = new EnumMap<>(Person.class);

  Tokens(HttpClient http, LoaderSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  String of(Person person) throws InterruptedException {
    Token known = tokens.get(person);
    if (known == null || known.endsAtNanos() - System.nanoTime() < MARGIN.toNanos()) {
      known = fetch(person);
      tokens.put(person, known);
    }
    return known.value();
  }

  private Token fetch(Person person) throws InterruptedException {
    long asked = System.nanoTime();
    try {
      var response = http.send(request(person), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw refused(person, response.statusCode(), response.body());
      }
      JsonNode answer = json.readTree(response.body());
      Duration life = Duration.ofSeconds(answer.path("expires_in").asLong());
      return new Token(answer.path("access_token").asText(), asked + life.toNanos());
    } catch (IOException e) {
      throw new DemoStopped(
          "Keycloak at " + settings.tokenUrl() + " does not answer: start it with ./assay up.", e);
    }
  }

  private HttpRequest request(Person person) {
    Map<String, String> form =
        Map.of(
            "grant_type", "password",
            "client_id", "assay-cli",
            "scope", "openid",
            "username", person.userName(),
            "password", settings.password());
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(settings.tokenUrl())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private DemoStopped refused(Person person, int status, String body) throws IOException {
    String because = "HTTP " + status;
    if (body.startsWith("{")) {
      because = json.readTree(body).path("error_description").asText(because);
    }
    return new DemoStopped(
        "Keycloak gives no token for "
            + person.userName()
            + " ("
            + because
            + "): the demo needs the demo realm, its people and their password.");
  }
}
