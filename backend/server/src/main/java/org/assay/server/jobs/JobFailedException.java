package org.assay.server.jobs;

/// A job that cannot succeed. The message is a sentence for people.
public final class JobFailedException extends RuntimeException {
  public JobFailedException(String message) {
    super(message);
  }
}
