package org.assay.console.frame;

import com.vaadin.flow.server.VaadinService;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sign-in by OpenID Connect, with one addition: when it has ended, a page in the browser cannot
/// follow a redirect to the sign-in in the middle of a click. It is told that its session is over
/// instead, reloads itself, and the reload is redirected.
@Alternative
@Priority(1)
@ApplicationScoped
class SignIn implements HttpAuthenticationMechanism {
  private final OidcAuthenticationMechanism oidc;

  @Inject
  SignIn(OidcAuthenticationMechanism oidc) {
    this.oidc = oidc;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    return oidc.authenticate(context, identities);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    var kind = kind(context);
    if (kind == null) {
      return oidc.getChallenge(context);
    }
    return Uni.createFrom().item(new ChallengeData("heartbeat".equals(kind) ? 403 : 200));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    if (!"uidl".equals(kind(context))) {
      return HttpAuthenticationMechanism.super.sendChallenge(context);
    }
    return Uni.createFrom()
        .completionStage(
            context
                .response()
                .setStatusCode(200)
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .end(VaadinService.createSessionExpiredJSON(true))
                .toCompletionStage())
        .replaceWith(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return oidc.getCredentialTransport(context);
  }

  /// What the browser's script asks for: `uidl`, `heartbeat`, or nothing when a person navigates.
  private static @Nullable String kind(RoutingContext context) {
    var kind = context.request().getParam("v-r");
    return "uidl".equals(kind) || "heartbeat".equals(kind) ? kind : null;
  }
}
