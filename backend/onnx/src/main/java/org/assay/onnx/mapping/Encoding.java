package org.assay.onnx.mapping;

import java.util.Map;

/// How the values of a column reach the model.
public sealed interface Encoding {
  /// The number itself.
  enum Number implements Encoding {
    INSTANCE
  }

  /// A number per value.
  record Categories(Map<String, Double> codes) implements Encoding {
    /// @throws IllegalArgumentException for no codes or one that is not finite
    public Categories {
      codes = Map.copyOf(codes);
      if (codes.isEmpty() || codes.values().stream().anyMatch(code -> !Double.isFinite(code))) {
        throw new IllegalArgumentException(
            "an encoding by categories gives a finite number to each value, not " + codes);
      }
    }
  }

  /// The text itself, in a tensor of strings.
  enum Text implements Encoding {
    INSTANCE
  }
}
