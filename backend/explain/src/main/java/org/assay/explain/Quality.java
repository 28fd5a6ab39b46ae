package org.assay.explain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How far an attribution can be trusted and read.
///
/// @param additivityError see {@link SelfCheck}
/// @param repeatError see {@link SelfCheck}
/// @param baseStandardError standard error of the base over the background; null for a background
///     of one row
/// @param sparseness Gini index of the mean |value| per feature: 0 when all features share equally,
///     1 - 1/features when one feature holds everything; null when every value is 0
/// @param evaluations rows the scorer was given
public record Quality(
    double additivityError,
    double repeatError,
    @Nullable Double baseStandardError,
    @Nullable Double sparseness,
    long evaluations) {

  /// `sum of (2i - n - 1) x_(i) / (n sum of x)` over the ascending x (Chalasani et al. 2020 for
  /// attributions).
  static @Nullable Double gini(double[] magnitudes) {
    double[] sorted = magnitudes.clone();
    Arrays.sort(sorted);
    double total = 0;
    double weighted = 0;
    for (int i = 0; i < sorted.length; i++) {
      total += sorted[i];
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
    }
    return total == 0 ? null : weighted / (sorted.length * total);
  }
}
