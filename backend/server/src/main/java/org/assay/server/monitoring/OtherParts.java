package org.assay.server.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.assay.api.monitoring.PartState;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The parts that are asked by HTTP.
@ApplicationScoped
class OtherParts {
  private final Http http;
  private final ObjectMapper json;
  private final URI realm;

  OtherParts(
      Http http,
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI realm) {
    this.http = http;
    this.json = json;
    this.realm = realm;
  }

  Finding keycloak() {
    try {
      HttpResponse<String> answer = http.get(Http.below(realm, ".well-known/openid-configuration"));
      String issuer = read(answer).path("issuer").asText();
      if (answer.statusCode() != 200 || issuer.isEmpty()) {
        return Finding.down(
            "%s answers with the status %d and names no issuer."
                .formatted(realm, answer.statusCode()));
      }
      return Finding.up("The issuer " + issuer + " answers.", null);
    } catch (IOException e) {
      return Finding.down(realm + " does not answer: " + sentence(e));
    }
  }

  Finding serving(URI address) {
    try {
      HttpResponse<String> answer = http.get(Http.below(address, "v2/health/ready"));
      JsonNode ready = read(answer);
      String version = version(address);
      if (answer.statusCode() != 200) {
        String why = ready.path("error").asText("the status " + answer.statusCode());
        return new Finding(
            ready.has("ready") ? PartState.DEGRADED : PartState.DOWN,
            "%s answers no requests: %s".formatted(address, why),
            version);
      }
      int refused = ready.path("notLoaded").size();
      return refused == 0
          ? Finding.up(address + " is ready.", version)
          : Finding.degraded(
              "%s is ready, and has not loaded %d releases: %s"
                  .formatted(address, refused, ready.at("/notLoaded/0/reason").asText()),
              version);
    } catch (IOException e) {
      return Finding.down(address + " does not answer: " + sentence(e));
    }
  }

  static Finding noServing() {
    return Finding.degraded(
        "No serving is set: name its address in assay.monitoring.serving-urls.", null);
  }

  private @Nullable String version(URI address) throws IOException {
    String version = read(http.get(Http.below(address, "v2"))).path("version").asText();
    return version.isEmpty() ? null : version;
  }

  /// An answer that is no JSON has no fields.
  private JsonNode read(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return json.createObjectNode();
    }
  }

  private static String sentence(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
