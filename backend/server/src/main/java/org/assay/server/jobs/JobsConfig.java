package org.assay.server.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Whether and how this process runs jobs.
@ConfigMapping(prefix = "assay.jobs")
public interface JobsConfig {
  /// Off on pods that only answer the API.
  @WithDefault("true")
  boolean enabled();

  /// A name that no other running process has and that survives a restart: what a dead process of
  /// this name had picked is taken up at once.
  @WithDefault("${HOSTNAME:localhost}-${quarkus.http.port}")
  String instance();

  /// Jobs at a time.
  @WithDefault("2")
  int threads();

  @WithDefault("PT0.5S")
  Duration poll();

  /// How often a running job says that it lives; after four misses another process takes it up.
  @WithDefault("PT30S")
  Duration heartbeat();

  /// How often a job is started at most, its first start included.
  @WithDefault("3")
  int attempts();

  /// The wait before the second start; doubled each time.
  @WithDefault("PT2S")
  Duration backoff();
}
