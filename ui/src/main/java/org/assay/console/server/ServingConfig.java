package org.assay.console.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where applications reach released models; only shown in examples, never called from here.
@ConfigMapping(prefix = "assay.serving")
public interface ServingConfig {
  @WithDefault("http://localhost:8082")
  String url();

  /// The realm where applications get their tokens.
  @WithDefault("http://localhost:8180/realms/assay")
  String realm();
}
