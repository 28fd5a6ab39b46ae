package org.assay.explain;

import java.util.Arrays;

/// Gives every distinct row a number, counting from zero. Open addressing; the caller brings the
/// hash, because it changes only one feature between two rows.
final class RowTable {
  private float[][] rows = new float[1024][];
  private long[] hashes = new long[1024];
  private int[] slots = new int[4096];
  private int size;

  /// The share of one feature in a row's hash; a row's hash is the sum over its features.
  static long hash(int feature, float value) {
    long mixed =
        (((long) feature + 1) << 32 | Integer.toUnsignedLong(Float.floatToIntBits(value)))
            * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 32;
  }

  int size() {
    return size;
  }

  float[] row(int number) {
    return rows[number];
  }

  /// The number of a row equal to this one, which is copied when it is new.
  int numberOf(float[] row, long hash) {
    int slot = slotOf(hash);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hashes[number] == hash && FeatureRows.differing(rows[number], row) == 0) {
        return number;
      }
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = size + 1;
    return append(row.clone(), hash);
  }

  void clear() {
    Arrays.fill(rows, 0, size, null);
    Arrays.fill(slots, 0);
    size = 0;
  }

  private int append(float[] row, long hash) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    rows[size] = row;
    hashes[size] = hash;
    size++;
    if (2 * size > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      int slot = slotOf(hashes[number]);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number + 1;
    }
  }

  private int slotOf(long hash) {
    return (int) (hash ^ hash >>> 32) & slots.length - 1;
  }
}
