package org.assay.bench;

/// Something to be timed.
@FunctionalInterface
interface Work {
  /// Does it once.
  ///
  /// @return a figure that depends on the result, so that the work cannot be optimised away
  double run();
}
