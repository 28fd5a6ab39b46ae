package org.assay.server.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Where the worker program is, and what one worker process may use.
@ConfigMapping(prefix = "assay.worker")
public interface WorkersConfig {
  /// The folder with the worker's jars in `lib`.
  Path home();

  /// Under which each worker gets a private folder for the time it runs.
  @WithDefault("${java.io.tmpdir}/assay-workers")
  Path folder();

  /// Bytes of Java heap: 512 MiB.
  @WithDefault("536870912")
  long heap();

  /// Bytes of memory mapped in all.
  @WithDefault("6000000000")
  long addressSpace();

  /// Processor seconds.
  @WithDefault("600")
  int cpuSeconds();

  /// From start to outcome.
  @WithDefault("PT10M")
  Duration wallClock();

  /// The longest run of one batch.
  @WithDefault("PT20S")
  Duration batch();
}
