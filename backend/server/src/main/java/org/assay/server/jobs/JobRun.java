package org.assay.server.jobs;

import java.util.UUID;

/// One start of a job, as its handler sees it.
public interface JobRun {
  UUID id();

  /// The thing the job works on.
  String subjectId();

  /// Who asked for it.
  String requestedBy();

  /// Tells people how far it is. Cheap: written to the database at most once in half a second.
  ///
  /// @param fraction 0 to 1
  void progress(double fraction, String message);

  /// Whether somebody asked to stop. Cheap: read from the database at most once in half a second.
  boolean cancelled();
}
