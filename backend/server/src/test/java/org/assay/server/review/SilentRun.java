package org.assay.server.review;

import java.util.UUID;
import org.assay.server.jobs.JobRun;

/// A run that nobody watches or stops.
public record SilentRun(UUID id, String subjectId, String requestedBy) implements JobRun {
  public SilentRun(UUID subject) {
    this(UUID.randomUUID(), subject.toString(), "olivia");
  }

  @Override
  public void progress(double fraction, String message) {
    // Nobody looks.
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
