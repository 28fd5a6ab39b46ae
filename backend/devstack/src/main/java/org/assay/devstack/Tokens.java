package org.assay.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Real access tokens of the demo's realm, for tests and scripts.
public final class Tokens {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final URI realm;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  /// @param realm the issuer, such as `http://localhost:8180/realms/assay`
  public Tokens(URI realm) {
    this.realm = realm;
  }

  /// A token of a person of the demo, such as `olivia`; lives ten minutes.
  public String person(String username) {
    return token(
        new TreeMap<>(
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "assay-cli",
                "username",
                username,
                "password",
                DemoRealm.PASSWORD)));
  }

  /// A token of a service, `assay-app` or `assay-serving`; lives ten minutes.
  public String service(String clientId) {
    return token(
        new TreeMap<>(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_secret",
                DemoRealm.read().secret(clientId))));
  }

  private String token(TreeMap<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .timeout(LIMIT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode token = json.readTree(answer.body()).path("access_token");
      if (answer.statusCode() != 200 || !token.isTextual()) {
        throw new StackException(realm + " gave no token: " + answer.body());
      }
      return token.asText();
    } catch (IOException e) {
      throw new StackException(realm + " gave no token: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting for a token", e);
    }
  }
}
