package org.assay.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Where the loader finds Assay and Keycloak, and how long it waits.
///
/// @param api the API's address, without `/api/v1`
/// @param tokenUrl the realm's token endpoint
/// @param password of the demo people
/// @param consumer the subject that the release lets in
/// @param limit how long one wait may take
/// @param pause between two looks while waiting
public record LoaderSettings(
    URI api, URI tokenUrl, String password, String consumer, Duration limit, Duration pause) {
  private static final String DEMO_PASSWORD = "assay";
  private static final String DEMO_CONSUMER = "service-account-assay-app";

  public LoaderSettings {
    if (!limit.isPositive() || !pause.isPositive()) {
      throw new IllegalArgumentException("limit and pause must be positive");
    }
  }

  /// Arguments win over the environment, and the environment over the demo's defaults.
  ///
  /// @param arguments none, the API's address, or the API's address and the token endpoint
  /// @param environment `ASSAY_API_URL`, `ASSAY_TOKEN_URL`, `ASSAY_DEMO_PASSWORD`,
  ///     `ASSAY_DEMO_CONSUMER`, `ASSAY_DEMO_LIMIT_SECONDS`
  public static LoaderSettings from(String[] arguments, Map<String, String> environment) {
    String api = environment.getOrDefault("ASSAY_API_URL", "http://localhost:8081");
    String token =
        environment.getOrDefault(
            "ASSAY_TOKEN_URL", "http://localhost:8180/realms/assay/protocol/openid-connect/token");
    return new LoaderSettings(
        address(arguments.length > 0 ? arguments[0] : api),
        address(arguments.length > 1 ? arguments[1] : token),
        environment.getOrDefault("ASSAY_DEMO_PASSWORD", DEMO_PASSWORD),
        environment.getOrDefault("ASSAY_DEMO_CONSUMER", DEMO_CONSUMER),
        Duration.ofSeconds(seconds(environment.getOrDefault("ASSAY_DEMO_LIMIT_SECONDS", "300"))),
        Duration.ofMillis(500));
  }

  private static URI address(String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      throw new DemoStopped("\"" + text + "\" is no address: give one with http:// or https://.");
    }
    try {
      return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (IllegalArgumentException e) {
      throw new DemoStopped("\"" + text + "\" is no address: " + e.getMessage() + ".", e);
    }
  }

  private static int seconds(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new DemoStopped(
          "ASSAY_DEMO_LIMIT_SECONDS is \"" + text + "\": give a whole number of seconds.", e);
    }
  }
}
