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

  /// Told when the job will not be tried again, just before it is marked as ended. Safe to repeat.
  default void ended(JobRun run, String sentence) {}
}
