package org.assay.server.jobs;

import java.time.Duration;
import org.assay.worker.launch.WorkerOutcome;

/// What a worker's task comes to for a step of the line: a report, or the sentence that blocks it.
public sealed interface TaskResult {
  /// @param json as the task describes it; from a process that ran an unreviewed model
  record Report(String json) implements TaskResult {}

  /// @param sentence what stands in the way, and what to do
  record Stopped(String sentence) implements TaskResult {}

  /// A process killed from outside does not come here: [Workers#run] throws, so that the job is
  /// tried again. What ended for the model's or the data's sake would end so again: it blocks.
  ///
  /// @param task how a sentence names the task, such as `The bias audit`
  /// @throws JobCancelledException when somebody asked the job to stop
  static TaskResult of(WorkerOutcome outcome, String task) {
    return switch (outcome) {
      case WorkerOutcome.Finished(String json) -> new Report(json);
      case WorkerOutcome.Refused(String _, String message, String remedy) ->
          new Stopped("%s is not possible: %s %s".formatted(task, ended(message), ended(remedy)));
      case WorkerOutcome.Crashed crashed ->
          new Stopped(
              ("%s has no result, because the model ended the process that ran it: %s"
                      + " Run the model on rows of this dataset yourself and export it again.")
                  .formatted(task, ended(crashed.message())));
      case WorkerOutcome.TimedOut(Duration limit) ->
          new Stopped(
              ("%s did not end within %d seconds. Use a smaller dataset or a faster model, or ask"
                      + " an administrator to raise the limit.")
                  .formatted(task, limit.toSeconds()));
      case WorkerOutcome.Cancelled() -> throw new JobCancelledException();
    };
  }

  private static String ended(String sentence) {
    String text = sentence.strip();
    return text.isEmpty() || text.endsWith(".") ? text : text + ".";
  }
}
