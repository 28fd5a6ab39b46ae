package org.assay.explain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Rows of features and how often each occurs. Two values are one when their bits are (all NaN are
/// one value: missing).
///
/// @param rows `[distinct][features]`, in the order of first occurrence
/// @param firstIndex `[distinct]`, where each row first stood among those given
/// @param counts `[distinct]`, how often each occurs
/// @param total rows given
record FeatureRows(float[][] rows, int[] firstIndex, int[] counts, int total) {

  static FeatureRows distinct(float[][] given) {
    record Key(int[] bits) {
      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bits, key.bits);
      }

      @Override
      public int hashCode() {
        return Arrays.hashCode(bits);
      }
    }
    Map<Key, Integer> seen = new LinkedHashMap<>();
    int[] first = new int[given.length];
    int[] counts = new int[given.length];
    for (int i = 0; i < given.length; i++) {
      int next = seen.size();
      Integer earlier = seen.putIfAbsent(new Key(bitsOf(given[i])), next);
      if (earlier == null) {
        first[next] = i;
      }
      counts[earlier == null ? next : earlier]++;
    }
    float[][] rows = new float[seen.size()][];
    Arrays.setAll(rows, i -> given[first[i]]);
    return new FeatureRows(
        rows, Arrays.copyOf(first, rows.length), Arrays.copyOf(counts, rows.length), given.length);
  }

  private static int[] bitsOf(float[] row) {
    int[] bits = new int[row.length];
    Arrays.setAll(bits, i -> Float.floatToIntBits(row[i]));
    return bits;
  }

  /// A private copy of rows that are all of one width of at least one.
  ///
  /// @throws IllegalArgumentException for no rows, or ragged ones
  static float[][] copyOf(String what, float[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("the " + what + " holds no rows: give at least one");
    }
    int width = rows[0].length;
    if (width == 0) {
      throw new IllegalArgumentException("the " + what + " has no features: give at least one");
    }
    float[][] copy = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new IllegalArgumentException(
            "row "
                + i
                + " of the "
                + what
                + " has "
                + rows[i].length
                + " features and row 0 has "
                + width
                + ": give every row the same features");
      }
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  /// The features, as bits, whose values differ.
  static int differing(float[] one, float[] other) {
    int mask = 0;
    for (int i = 0; i < one.length; i++) {
      if (Float.floatToIntBits(one[i]) != Float.floatToIntBits(other[i])) {
        mask |= 1 << i;
      }
    }
    return mask;
  }
}
