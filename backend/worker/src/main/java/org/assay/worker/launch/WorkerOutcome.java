package org.assay.worker.launch;

import java.time.Duration;

/// How a task ended.
public sealed interface WorkerOutcome {
  /// @param json as the task describes it
  record Finished(String json) implements WorkerOutcome {}

  /// The task cannot be done as it was given.
  ///
  /// @param id stable, in kebab case
  record Refused(String id, String message, String remedy) implements WorkerOutcome {}

  /// The process ended without an answer: a verdict on the model.
  ///
  /// @param exit exit status; above 128 it was killed by signal `exit - 128`
  /// @param signal such as `SIGKILL`; empty where it was none
  /// @param standardError the last of what it wrote, untrusted text
  record Crashed(int exit, String signal, String message, String standardError)
      implements WorkerOutcome {}

  record TimedOut(Duration limit) implements WorkerOutcome {}

  record Cancelled() implements WorkerOutcome {}
}
