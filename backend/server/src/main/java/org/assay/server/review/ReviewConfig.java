package org.assay.server.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.assay.api.models.RiskTier;

/// How many people must approve, by the model's risk tier: 1 to 9.
@ConfigMapping(prefix = "assay.review")
public interface ReviewConfig {
  @WithDefault("2")
  int requiredHigh();

  @WithDefault("1")
  int requiredLimited();

  @WithDefault("1")
  int requiredMinimal();

  default int required(RiskTier tier) {
    return switch (tier) {
      case HIGH -> requiredHigh();
      case LIMITED -> requiredLimited();
      case MINIMAL -> requiredMinimal();
    };
  }
}
