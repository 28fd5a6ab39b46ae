package org.assay.server.dataset;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/// Where the server keeps its secret keys.
@ConfigMapping(prefix = "assay.keys")
public interface KeysConfig {
  Path folder();
}
