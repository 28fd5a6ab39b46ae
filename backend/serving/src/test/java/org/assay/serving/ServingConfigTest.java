package org.assay.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.assay.onnx.runtime.SessionSettings.Device;
import org.junit.jupiter.api.Test;

class ServingConfigTest {
  @Test
  void theNamesAndDefaultsAreThese() {
    ServingConfig config =
        config(Map.of("assay.serving.cache", "c", "assay.serving.trusted-keys", "k"));
    assertThat(config.cache()).hasToString("c");
    assertThat(config.trustedKeys()).hasToString("k");
    assertThat(config.poll()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.partitionLimit()).isEqualTo(Duration.ofSeconds(8));
    assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.requestBytes()).isEqualTo(32L << 20);
    assertThat(config.fileBytes()).isEqualTo(16L << 30);
    assertThat(config.device()).isEqualTo(Device.CPU);
    assertThat(config.concurrency()).isZero();
    assertThat(config.threadsPerRun()).isZero();
    assertThat(config.waiting()).isEqualTo(256);
    assertThat(config.foldedBytes()).isEqualTo(64L << 20);
    assertThat(config.deviceBytes()).isEqualTo(4L << 30);
  }

  @Test
  void theDeviceIsChosenByName() {
    assertThat(
            config(
                    Map.of(
                        "assay.serving.cache", "c",
                        "assay.serving.trusted-keys", "k",
                        "assay.serving.device", "cuda"))
                .device())
        .isEqualTo(Device.CUDA);
  }

  private static ServingConfig config(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withMapping(ServingConfig.class)
        .build()
        .getConfigMapping(ServingConfig.class);
  }
}
