package org.assay.worker;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Rows drawn without replacement, the same for the same seed.
final class Sampling {
  private Sampling() {}

  /// A random order of `0 … rows-1` (Fisher and Yates).
  static int[] order(int rows, SplittableRandom random) {
    int[] order = IntStream.range(0, rows).toArray();
    for (int i = rows - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    return order;
  }

  static int[] first(int[] order, int count) {
    return Arrays.copyOf(order, Math.min(order.length, count));
  }
}
