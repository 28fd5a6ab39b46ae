package org.assay.api.assessments;

/// Where one step of an assessment stands.
public enum StepState {
  WAITING,
  RUNNING,
  PASSED,
  BLOCKED,
  FAILED
}
