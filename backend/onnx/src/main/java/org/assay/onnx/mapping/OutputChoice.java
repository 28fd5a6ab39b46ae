package org.assay.onnx.mapping;

/// Which output of the model is read, and what in it is favourable.
public sealed interface OutputChoice {
  /// The output's name.
  String name();

  /// A score per row; the prediction is favourable where it is at least the threshold.
  ///
  /// @param index which column of a `[N, k]` output is the favourable one; 0 for `[N]` and `[N,
  ///     1]`. For a sequence of maps the map's keys in ascending order are the columns
  record Score(String name, int index, double threshold) implements OutputChoice {
    /// @throws IllegalArgumentException for a negative index or a threshold that is not finite
    public Score {
      requireName(name);
      if (index < 0 || !Double.isFinite(threshold)) {
        throw new IllegalArgumentException(
            "the output \"%s\" is read at an index of at least 0 and against a finite threshold, not %d and %s"
                .formatted(name, index, threshold));
      }
    }
  }

  /// A label per row; the prediction is favourable where it is this one.
  record Label(String name, String favourable) implements OutputChoice {
    /// @throws IllegalArgumentException for a blank favourable label
    public Label {
      requireName(name);
      if (favourable.isBlank()) {
        throw new IllegalArgumentException(
            "the output \"" + name + "\" is a label: name its favourable value");
      }
    }
  }

  private static void requireName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a mapping names the output of the model that is read");
    }
  }
}
