package org.assay.explain;

/// How the coalitions are fed to the scorer; the values do not depend on it.
///
/// @param batchSize most rows in one call of the scorer, at least 1
/// @param windowSize most coalitions in memory at one time, at least 1; identical mixed rows are
///     scored once within a window. About 100 bytes each at 12 features
public record ShapleyOptions(int batchSize, int windowSize) {
  /// 32,768 rows a call, 1,048,576 coalitions in memory (256 background rows that differ in all of
  /// 12 features).
  public static final ShapleyOptions DEFAULT = new ShapleyOptions(1 << 15, 1 << 20);

  /// @throws IllegalArgumentException for a size out of its range
  public ShapleyOptions {
    if (batchSize < 1) {
      throw new IllegalArgumentException("a batch holds at least 1 row, not " + batchSize);
    }
    if (windowSize < 1 || windowSize > 1 << 28) {
      throw new IllegalArgumentException(
          "a window holds 1 to " + (1 << 28) + " coalitions, not " + windowSize);
    }
  }
}
