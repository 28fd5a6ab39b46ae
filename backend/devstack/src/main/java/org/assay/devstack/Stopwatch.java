package org.assay.devstack;

import java.util.Locale;

/// Seconds since a moment, for people: prints as ` (1.2 s)`.
record Stopwatch(long startNanos) {

  static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  double seconds() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, " (%.1f s)", seconds());
  }
}
