package org.assay.server.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assay.server.web.Refusal;

/// Reads from the administration of the realm, as the server's own account.
@ApplicationScoped
class KeycloakAdmin {
  private static final int PAGE = 500;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final PeopleConfig config;
  private final ObjectMapper json;
  private final HttpClient client;

  KeycloakAdmin(PeopleConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
    this.client = HttpClient.newBuilder().connectTimeout(config.patience()).build();
  }

  /// @throws Refusal.Unavailable when the account is not set, or Keycloak does not know it or does
  ///     not answer
  Session signIn() {
    String secret =
        config
            .secret()
            .orElseThrow(
                () ->
                    new Refusal.Unavailable(
                        "The server has no account with which it could read the people of "
                            + config.realm()
                            + ".",
                        "Make the confidential client "
                            + config.client()
                            + " with a service account that has view-users and view-realm of"
                            + " realm-management, and give its secret to the server as"
                            + " ASSAY_PEOPLE_SECRET."));
    String form =
        "grant_type=client_credentials&client_id="
            + encoded(config.client())
            + "&client_secret="
            + encoded(secret);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    if (answer.statusCode() != OK) {
      throw new Refusal.Unavailable(
          "%s does not let the client %s sign in (status %d)."
              .formatted(config.realm(), config.client(), answer.statusCode()),
          "See that the client is in the realm, has a service account and this secret. A demo whose"
              + " realm is older than the client: delete the folder keycloak of its data and start"
              + " again.");
    }
    return new Session(read(answer).path("access_token").asText());
  }

  /// Signed in; for one request.
  final class Session {
    private final String token;

    private Session(String token) {
      this.token = token;
    }

    /// The whole list behind a path of the realm's administration, page by page.
    List<JsonNode> list(String path) {
      List<JsonNode> all = new ArrayList<>();
      for (int first = 0; first == all.size(); first += PAGE) {
        page(path, first).forEach(all::add);
      }
      return all;
    }

    private JsonNode page(String path, int first) {
      URI address =
          URI.create("%s%s?first=%d&max=%d".formatted(administration(), path, first, PAGE));
      HttpResponse<String> answer =
          send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).GET());
      if (answer.statusCode() == NOT_FOUND) {
        return json.createArrayNode(); // a realm without one of the roles
      }
      if (answer.statusCode() != OK) {
        throw new Refusal.Unavailable(
            "%s does not show %s to the client %s (status %d)."
                .formatted(config.realm(), path, config.client(), answer.statusCode()),
            "Give its service account the roles view-users and view-realm of realm-management.");
      }
      return read(answer);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(config.patience()).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refusal.Unavailable(
          config.realm() + " does not answer, so the people cannot be read.",
          "See that Keycloak runs and can be reached from the server.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal.Unavailable("The question to " + config.realm() + " was broken off.");
    }
  }

  private JsonNode read(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new Refusal.Unavailable(config.realm() + " answers with something that is not JSON.");
    }
  }

  private String realm() {
    return config.realm().toString().replaceFirst("/$", "");
  }

  /// `…/realms/assay` is administered at `…/admin/realms/assay`.
  private String administration() {
    String realm = realm();
    int at = realm.lastIndexOf("/realms/");
    return realm.substring(0, at) + "/admin" + realm.substring(at);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
