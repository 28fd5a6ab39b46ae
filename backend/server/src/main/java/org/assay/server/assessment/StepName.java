package org.assay.server.assessment;

/// The steps of an assessment, in their order.
enum StepName {
  INTAKE("intake"),
  BIAS_AUDIT("bias-audit"),
  EXPLANATION("explanation"),
  GATE("gate"),
  REVIEW("review");

  private final String word;

  StepName(String word) {
    this.word = word;
  }

  /// As the API and the database name it.
  String word() {
    return word;
  }

  boolean isAfter(StepName other) {
    return ordinal() > other.ordinal();
  }
}
