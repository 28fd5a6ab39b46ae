package org.assay.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.assay.api.models.RiskTier;
import org.junit.jupiter.api.Test;

class ReviewConfigTest {
  @Test
  void theDefaultsAreThese() {
    ReviewConfig config = config(Map.of());
    assertThat(config.required(RiskTier.HIGH)).isEqualTo(2);
    assertThat(config.required(RiskTier.LIMITED)).isEqualTo(1);
    assertThat(config.required(RiskTier.MINIMAL)).isEqualTo(1);
    assertThat(config.days(RiskTier.HIGH)).isEqualTo(5);
    assertThat(config.days(RiskTier.LIMITED)).isEqualTo(10);
    assertThat(config.days(RiskTier.MINIMAL)).isEqualTo(15);
  }

  @Test
  void theNamesAreThese() {
    ReviewConfig config =
        config(
            Map.of(
                "assay.review.required-high", "3",
                "assay.review.required-limited", "4",
                "assay.review.required-minimal", "5",
                "assay.review.days-high", "6",
                "assay.review.days-limited", "7",
                "assay.review.days-minimal", "8"));
    assertThat(config.required(RiskTier.HIGH)).isEqualTo(3);
    assertThat(config.required(RiskTier.LIMITED)).isEqualTo(4);
    assertThat(config.required(RiskTier.MINIMAL)).isEqualTo(5);
    assertThat(config.days(RiskTier.HIGH)).isEqualTo(6);
    assertThat(config.days(RiskTier.LIMITED)).isEqualTo(7);
    assertThat(config.days(RiskTier.MINIMAL)).isEqualTo(8);
  }

  private static ReviewConfig config(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withMapping(ReviewConfig.class)
        .build()
        .getConfigMapping(ReviewConfig.class);
  }
}
