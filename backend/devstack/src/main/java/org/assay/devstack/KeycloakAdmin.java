package org.assay.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Changes the demo's realm in the running Keycloak, as its administrator.
public final class KeycloakAdmin {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String CONSOLE = "assay-console";

  private final URI keycloak;
  private final String realm;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  /// @param realm the issuer, such as `http://localhost:8180/realms/assay`
  public KeycloakAdmin(URI realm) {
    this.keycloak = realm.resolve("/");
    this.realm = realm.getPath().substring(realm.getPath().lastIndexOf('/') + 1);
  }

  /// Tells Keycloak where the console listens, so that it hears there when somebody signs out
  /// elsewhere. The realm's file can name the default port only.
  public void consoleAt(URI console) {
    String token = token();
    JsonNode found = read(token, "clients?clientId=" + CONSOLE).path(0);
    if (!(found instanceof ObjectNode asIs)) {
      throw new StackException("the realm " + realm + " has no client " + CONSOLE);
    }
    asIs.withObject("/attributes")
        .put("backchannel.logout.url", console.resolve("/back-channel-logout").toString());
    String body = asIs.toString();
    send(token, "clients/" + asIs.path("id").asText(), "PUT", body);
  }

  /// Ends every session of a person; Keycloak tells the console.
  public void endSessions(String username) {
    String token = token();
    String id = read(token, "users?exact=true&username=" + username).path(0).path("id").asText();
    if (id.isEmpty()) {
      throw new StackException("the realm " + realm + " has nobody called " + username);
    }
    send(token, "users/" + id + "/logout", "POST", "");
  }

  private JsonNode read(String token, String path) {
    return json(send(token, path, "GET", ""));
  }

  private String send(String token, String path, String method, String body) {
    return answer(
        HttpRequest.newBuilder(keycloak.resolve("admin/realms/" + realm + "/" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private String token() {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
    String answer =
        answer(
            HttpRequest.newBuilder(keycloak.resolve("realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    return json(answer).path("access_token").asText();
  }

  private String answer(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(LIMIT).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new StackException(
            request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new StackException(request.uri() + " did not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting for Keycloak", e);
    }
  }

  private JsonNode json(String text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      throw new StackException("Keycloak's answer is not JSON", e);
    }
  }
}
