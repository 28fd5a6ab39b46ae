package org.assay.api.jobs;

/// Where a job stands.
public enum JobState {
  WAITING,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED
}
