package org.assay.console.admin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Where people sign in, to say where roles are changed.
@ConfigMapping(prefix = "assay.people")
public interface SignInConfig {
  /// Where an administrator changes people and roles; by default the administration console of the
  /// realm that people sign in to.
  Optional<String> administrationUrl();

  /// The realm's address, `https://host/realms/name`.
  @WithDefault("${quarkus.oidc.auth-server-url}")
  String realm();

  default String administration() {
    return administrationUrl().orElseGet(() -> administration(realm()));
  }

  /// Keycloak's own page for a realm: `…/realms/assay` becomes `…/admin/assay/console/`.
  static String administration(String realm) {
    return realm.replaceFirst("/realms/([^/]+)/?$", "/admin/$1/console/");
  }
}
