package org.assay.explain;

/// How permutation importance is measured.
///
/// @param repeats permutations per feature, at least 1
/// @param seed of every permutation: the same seed gives the same result
/// @param level of the interval, between 0 and 1
/// @param batchSize most rows in one call of the scorer, at least 1
public record PermutationOptions(int repeats, long seed, double level, int batchSize) {
  /// @throws IllegalArgumentException for a figure out of its range
  public PermutationOptions {
    if (repeats < 1) {
      throw new IllegalArgumentException(
          "permutation importance needs at least 1 repeat, not " + repeats);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "the level of an interval lies between 0 and 1, not " + level);
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("a batch holds at least 1 row, not " + batchSize);
    }
  }

  /// 10 repeats, level 0.95, 32,768 rows a call.
  public static PermutationOptions seeded(long seed) {
    return new PermutationOptions(10, seed, 0.95, 1 << 15);
  }
}
