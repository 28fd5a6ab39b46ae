package org.assay.server.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.assay.api.models.RiskTier;

/// How many people must approve, and within how many days, by the model's risk tier: what may harm
/// most is read by more people and waits for the shortest time.
@ConfigMapping(prefix = "assay.review")
public interface ReviewConfig {
  @Min(1)
  @Max(9)
  @WithDefault("2")
  int requiredHigh();

  @Min(1)
  @Max(9)
  @WithDefault("1")
  int requiredLimited();

  @Min(1)
  @Max(9)
  @WithDefault("1")
  int requiredMinimal();

  @Min(1)
  @Max(365)
  @WithDefault("5")
  int daysHigh();

  @Min(1)
  @Max(365)
  @WithDefault("10")
  int daysLimited();

  @Min(1)
  @Max(365)
  @WithDefault("15")
  int daysMinimal();

  default int required(RiskTier tier) {
    return switch (tier) {
      case HIGH -> requiredHigh();
      case LIMITED -> requiredLimited();
      case MINIMAL -> requiredMinimal();
    };
  }

  /// Days from the opening of a review to when it should be decided.
  default int days(RiskTier tier) {
    return switch (tier) {
      case HIGH -> daysHigh();
      case LIMITED -> daysLimited();
      case MINIMAL -> daysMinimal();
    };
  }
}
