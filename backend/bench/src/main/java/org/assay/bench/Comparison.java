package org.assay.bench;

import java.util.List;

/// Loads measured side by side, on the same data and in the same run.
interface Comparison extends AutoCloseable {
  /// What is compared, with its sizes.
  String title();

  /// The limit or the peer first, then ours.
  List<Load> loads();

  /// Gives back what it holds.
  @Override
  default void close() {}
}
