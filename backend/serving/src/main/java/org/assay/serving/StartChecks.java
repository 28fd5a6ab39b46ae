package org.assay.serving;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Stops a production start with settings that only a demo on one machine may have.
@Singleton
@Startup
final class StartChecks {
  private static final Logger LOG = Logger.getLogger(StartChecks.class);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String DEMO_SECRET = "demo-only-";

  private final URI issuer;
  private final URI server;
  private final String secret;

  @Inject
  StartChecks(
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer,
      @ConfigProperty(name = "quarkus.rest-client.server.url") URI server,
      @ConfigProperty(name = "quarkus.oidc-client.credentials.secret") Optional<String> secret) {
    this.issuer = issuer;
    this.server = server;
    this.secret = secret.orElse("");
  }

  @PostConstruct
  void check() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      return;
    }
    objection(issuer, secret)
        .ifPresent(
            sentence -> {
              throw new IllegalStateException(sentence);
            });
    if (isPlain(server)) {
      LOG.warnf(
          "the control plane is reached at %s without TLS: whoever is between can keep a"
              + " revocation from this process for as long as it answers",
          server);
    }
  }

  /// Why a production process must not start so; empty where it may.
  static Optional<String> objection(URI issuer, String secret) {
    if (isPlain(issuer)) {
      return Optional.of(
          "the issuer "
              + issuer
              + " is reached without TLS, so anybody in between could make tokens: set"
              + " QUARKUS_OIDC_AUTH_SERVER_URL to an https address");
    }
    boolean local = LOOPBACK.contains(String.valueOf(issuer.getHost()));
    if (secret.startsWith(DEMO_SECRET) && !local) {
      return Optional.of(
          "the client secret is the demo's, which everybody knows: set"
              + " QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET to one of your own");
    }
    return Optional.empty();
  }

  private static boolean isPlain(URI address) {
    return "http".equalsIgnoreCase(address.getScheme())
        && !LOOPBACK.contains(String.valueOf(address.getHost()));
  }
}
