package org.assay.server.jobs;

/// A job that stopped because somebody asked for it.
public final class JobCancelledException extends RuntimeException {
  public JobCancelledException() {
    super("Cancelled on request.");
  }
}
