package org.assay.server.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The account with which the server reads in Keycloak who has which role. It needs the roles
/// view-users and view-realm of the client realm-management, and no others.
@ConfigMapping(prefix = "assay.people")
public interface PeopleConfig {
  @WithDefault("${quarkus.oidc.auth-server-url}")
  URI realm();

  @WithDefault("assay-server")
  String client();

  /// Without it nobody is listed.
  Optional<String> secret();

  @WithDefault("PT5S")
  Duration patience();

  /// Whether this installation is a demo: then a demo's secret will do.
  @WithDefault("${assay.demo:false}")
  boolean demo();
}
