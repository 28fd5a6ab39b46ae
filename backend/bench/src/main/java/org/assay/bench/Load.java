package org.assay.bench;

/// A piece of work and how much it does in one run.
///
/// @param unit what is counted, in the singular, such as `row`
/// @param units how many of them one run does, at least 1
record Load(String name, String unit, long units, Work work) {
  Load {
    if (units < 1) {
      throw new IllegalArgumentException("a run of " + name + " does at least 1 " + unit);
    }
  }
}
