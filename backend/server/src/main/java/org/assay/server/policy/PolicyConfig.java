package org.assay.server.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Which policy pack decides.
@ConfigMapping(prefix = "assay.policy")
public interface PolicyConfig {
  /// The pack in force, by its name: the file `policies/<name>.yaml` on the classpath.
  @WithDefault("assay-baseline")
  String pack();
}
