package org.assay.console.server;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/// Sends the signed-in person's own access token, so that the server decides what they may do. The
/// console has no identity of its own and works only inside a person's request: pages poll, nothing
/// runs in the background.
@ApplicationScoped
class BearerToken implements ClientRequestFilter {
  private final SecurityIdentity identity;

  @Inject
  BearerToken(SecurityIdentity identity) {
    this.identity = identity;
  }

  @Override
  public void filter(ClientRequestContext request) {
    var credential = identity.getCredential(AccessTokenCredential.class);
    if (credential == null) {
      throw new IllegalStateException(
          "a call to " + request.getUri() + " outside a signed-in person's request");
    }
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + credential.getToken());
  }
}
