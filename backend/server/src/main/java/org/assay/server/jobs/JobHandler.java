package org.assay.server.jobs;

/// A kind of long work. A feature implements it; it is found by its kind.
public interface JobHandler {
  /// Such as `assess-version`.
  String kind();

  /// Does the work. Safe to repeat: it may be started again after a crash at any point.
  ///
  /// @throws JobFailedException when trying again would not help; any other exception is tried
  ///     again
  void run(JobRun run);

  /// Told once when the job will not be tried again: after a failure or a cancellation.
  default void ended(JobRun run, String sentence) {}
}
