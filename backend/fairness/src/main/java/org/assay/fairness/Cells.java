package org.assay.fairness;

/// The contingency table of one group: label against prediction, favourable being positive.
record Cells(long tp, long fp, long fn, long tn) {

  static final Cells EMPTY = new Cells(0, 0, 0, 0);

  /// From counts in the order of [AuditRequest#outcome(int)], starting at `offset`.
  static Cells of(long[] counts, int offset) {
    return new Cells(counts[offset + 3], counts[offset + 1], counts[offset + 2], counts[offset]);
  }

  Cells plus(Cells other) {
    return new Cells(tp + other.tp, fp + other.fp, fn + other.fn, tn + other.tn);
  }

  long n() {
    return tp + fp + fn + tn;
  }

  long positives() {
    return tp + fn;
  }

  long negatives() {
    return fp + tn;
  }

  long selected() {
    return tp + fp;
  }

  long correct() {
    return tp + tn;
  }
}
