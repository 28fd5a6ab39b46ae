package org.assay.server.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Turns the security context into a {@link Caller}: the one place where identity enters.
@RequestScoped
public class CurrentCaller {
  private final SecurityIdentity identity;

  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /// The caller of this request.
  ///
  /// @throws Refusal when nobody is signed in
  public Caller get() {
    if (identity.isAnonymous()) {
      throw new Refusal.Forbidden(
          ProblemType.UNAUTHENTICATED,
          Sentence.of("web.no-token"),
          Sentence.of("identity.sign-in"));
    }
    String subject = identity.getPrincipal().getName();
    String name =
        identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("name") != null
            ? token.getClaim("name")
            : subject;
    return new Caller(subject, name, identity.getRoles());
  }
}
