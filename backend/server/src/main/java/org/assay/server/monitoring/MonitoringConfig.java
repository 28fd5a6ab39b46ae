package org.assay.server.monitoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where serving is found, and how it is watched.
@ConfigMapping(prefix = "assay.monitoring")
public interface MonitoringConfig {
  /// The addresses of serving, separated by commas; empty where none runs. A name that stands for
  /// several addresses is asked at each of them.
  @WithDefault("http://localhost:8082")
  Optional<List<URI>> servingUrls();

  /// The pause between two looks at the counts of serving; only where jobs run.
  @WithDefault("PT15S")
  Duration every();

  /// How long the counts are kept.
  @WithDefault("P14D")
  Duration retention();

  /// How long a part may take to answer.
  @WithDefault("PT2S")
  Duration patience();

  default List<URI> servings() {
    return servingUrls().orElse(List.of());
  }
}
