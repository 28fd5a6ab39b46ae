package org.assay.server.files;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Where uploaded bytes live, and how many there may be.
@ConfigMapping(prefix = "assay.files")
public interface FilesConfig {
  /// The folder of the store.
  Path folder();

  /// Bytes of one model file at most: 16 GiB.
  @WithDefault("17179869184")
  long maximumModelFile();

  /// Bytes of one dataset at most: 8 GiB.
  @WithDefault("8589934592")
  long maximumDataset();

  /// Files of one version at most.
  @WithDefault("64")
  int maximumFilesPerVersion();
}
