package org.assay.api.datasets;

/// What a reader gets instead of a column's value.
public enum Mask {
  /// The value itself.
  CLEAR,
  /// A fixed mark.
  REDACT,
  /// A keyed hash: the same value gives the same pseudonym within a dataset.
  HASH,
  /// The first and the last character, the rest starred.
  PARTIAL,
  /// Numbers rounded down to a bucket, dates to their month.
  BUCKET,
  /// Nothing.
  NULL
}
