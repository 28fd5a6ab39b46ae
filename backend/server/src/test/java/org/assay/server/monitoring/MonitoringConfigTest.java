package org.assay.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoringConfigTest {
  @Test
  void theNamesAndDefaultsAreThese() {
    MonitoringConfig config = config(Map.of());
    assertThat(config.servings()).containsExactly(URI.create("http://localhost:8082"));
    assertThat(config.every()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.retention()).isEqualTo(Duration.ofDays(14));
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void thereMayBeSeveralServingsOrNone() {
    assertThat(config(Map.of("assay.monitoring.serving-urls", "http://a:1,http://b:2")).servings())
        .containsExactly(URI.create("http://a:1"), URI.create("http://b:2"));
    assertThat(config(Map.of("assay.monitoring.serving-urls", "")).servings()).isEmpty();
  }

  private static MonitoringConfig config(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withMapping(MonitoringConfig.class)
        .build()
        .getConfigMapping(MonitoringConfig.class);
  }
}
