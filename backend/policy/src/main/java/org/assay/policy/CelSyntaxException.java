package org.assay.policy;

/// An expression that does not compile.
final class CelSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  CelSyntaxException(int offset, String problem) {
    super(problem);
    this.offset = offset;
  }

  /// Where in the expression, in code points from its start.
  int offset() {
    return offset;
  }
}
