package org.assay.fairness;

/// The two ends of an interval while it is computed; `high` may be infinite.
record Bounds(double low, double high) {

  /// The range of |x| for x within these bounds.
  Bounds ofAbsolute() {
    double nearest = low > 0 ? low : Math.max(0, -high);
    return new Bounds(nearest, Math.max(Math.abs(low), Math.abs(high)));
  }

  /// The range of min(x, 1/x) for a ratio x >= 0 within these bounds.
  Bounds ofSmallerRatio() {
    double farthest = Math.min(low, 1 / high);
    double nearest = high < 1 ? high : low > 1 ? 1 / low : 1;
    return new Bounds(farthest, nearest);
  }
}
