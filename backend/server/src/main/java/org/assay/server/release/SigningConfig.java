package org.assay.server.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Where the house's signing key lies, and whether a demo key will do.
@ConfigMapping(prefix = "assay.signing")
public interface SigningConfig {
  /// The folder of `signing.pem` (P-256, PKCS#8, mode 600) and of `public/<key id>.pem`.
  @WithDefault("${assay.keys.folder}")
  Path folder();

  /// Whether this installation is a demo: then a key is made where there is none.
  @WithDefault("${assay.demo:false}")
  boolean demo();
}
