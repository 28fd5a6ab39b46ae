package org.assay.server.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What reading one dataset may use.
@ConfigMapping(prefix = "assay.dataset")
public interface DatasetConfig {
  /// Memory of one read, as DuckDB writes it; a read that needs more is refused.
  @WithDefault("512MB")
  String memoryLimit();

  /// Threads of one read.
  @WithDefault("2")
  int threads();

  /// The longest one statement over a file may run.
  @WithDefault("PT5M")
  Duration statement();

  /// Rows that the detectors look at, drawn evenly from the whole file.
  @WithDefault("10000")
  int sampleRows();

  /// Rows that an assessment may take into memory at once.
  @WithDefault("5000000")
  int tableRows();
}
