package org.assay.api.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A figure, or the reason why there is none.
///
/// @param state `defined`, `undefined` or `suppressed`
/// @param value present when defined; never NaN
/// @param n the rows it rests on
/// @param reason present when undefined or suppressed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measure(
    String state,
    @Nullable Double value,
    @Nullable Interval interval,
    @Nullable Long n,
    @Nullable String reason) {

  /// A confidence interval.
  ///
  /// @param level such as 0.95
  /// @param method such as `wilson`
  public record Interval(double low, double high, double level, String method) {}
}
