package org.assay.explain;

/// How much worse the scorer does when it cannot see a feature.
///
/// @param feature the feature or group of columns
/// @param mean mean rise of the loss over the repeats; exactly 0 for a constant feature, below 0
///     when hiding it helped
/// @param low lower end of the interval for the mean
/// @param high upper end
/// @param level of the interval
public record Importance(String feature, double mean, double low, double high, double level) {
  /// @throws IllegalArgumentException when the mean does not lie in its interval
  public Importance {
    if (!(low <= mean && mean <= high)) {
      throw new IllegalArgumentException(
          "the importance of "
              + feature
              + " is "
              + mean
              + ", outside its interval from "
              + low
              + " to "
              + high);
    }
  }
}
