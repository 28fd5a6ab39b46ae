package org.assay.server.jobs;

/// A worker was killed from outside, by a person or by the system when memory ran short.
public final class WorkerKilledException extends RuntimeException {
  public WorkerKilledException(String message) {
    super(message);
  }
}
