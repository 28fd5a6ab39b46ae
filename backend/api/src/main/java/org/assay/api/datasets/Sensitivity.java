package org.assay.api.datasets;

/// What a column can do to a person when it leaks.
public enum Sensitivity {
  IDENTIFIER,
  QUASI_IDENTIFIER,
  SENSITIVE,
  PLAIN
}
