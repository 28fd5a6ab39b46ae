package org.assay.fairness;

import org.jspecify.annotations.Nullable;

/// A figure, or the reason why there is none. Never NaN and never a silent 0.
public sealed interface Measure {

  /// A figure that the data supports.
  ///
  /// @param value finite
  /// @param interval contains the value; null where no interval is computed
  /// @param n observations the figure rests on: a rate's denominator, or the sum of the
  ///     denominators of the rates compared
  record Defined(double value, @Nullable Interval interval, long n) implements Measure {
    public Defined {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "A defined measure is finite, got %s: say Undefined and why.".formatted(value));
      }
      if (interval != null && !interval.contains(value)) {
        throw new IllegalArgumentException(
            "The interval %s does not contain its value %s.".formatted(interval, value));
      }
      if (n < 1) {
        throw new IllegalArgumentException(
            "A defined measure rests on at least one observation, got %d.".formatted(n));
      }
    }
  }

  /// The formula has no value on this data, however many rows of this kind there were.
  record Undefined(String reason) implements Measure {
    public Undefined {
      requireReason(reason);
    }
  }

  /// Too few observations to report a figure.
  ///
  /// @param n how many there are, 0 or more
  record Suppressed(String reason, long n) implements Measure {
    public Suppressed {
      requireReason(reason);
      if (n < 0) {
        throw new IllegalArgumentException(
            "A suppressed measure counts its observations, got %d.".formatted(n));
      }
    }
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A measure without a value says why.");
    }
  }
}
