package org.assay.onnx;

import java.util.List;

/// Arithmetic on sizes that a hostile file chose: what overflows becomes [Long#MAX_VALUE].
final class Sizes {
  private Sizes() {}

  /// The product of the dimensions, 1 for none; -1 when one is negative.
  static long product(List<Long> dimensions) {
    long product = 1;
    boolean zero = false;
    for (long dimension : dimensions) {
      if (dimension < 0) {
        return -1;
      }
      zero |= dimension == 0;
      product = times(product, Math.max(1, dimension));
    }
    return zero ? 0 : product;
  }

  /// @param one at least 0
  /// @param other at least 0
  static long times(long one, long other) {
    return Math.multiplyHigh(one, other) != 0 || one * other < 0 ? Long.MAX_VALUE : one * other;
  }

  /// @param one at least 0
  /// @param other at least 0
  static long sum(long one, long other) {
    return one + other < 0 ? Long.MAX_VALUE : one + other;
  }

  /// Bytes of this many elements of so many bits each, rounded up.
  static long bytes(long elements, int bits) {
    long total = times(elements, bits);
    return total == Long.MAX_VALUE ? times(elements, (bits + 7) / 8) : (total + 7) / 8;
  }
}
