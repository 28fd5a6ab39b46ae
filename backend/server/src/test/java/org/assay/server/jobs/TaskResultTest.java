package org.assay.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assay.worker.launch.WorkerOutcome;
import org.junit.jupiter.api.Test;

class TaskResultTest {
  @Test
  void aFinishedTaskIsItsReport() {
    assertThat(TaskResult.of(new WorkerOutcome.Finished("{}"), "The audit"))
        .isEqualTo(new TaskResult.Report("{}"));
  }

  @Test
  void aRefusalKeepsTheWorkersSentenceAndRemedy() {
    WorkerOutcome refused =
        new WorkerOutcome.Refused(
            "unknown-input", "the model has no input \"x\"", "Name one of these inputs.");
    assertThat(TaskResult.of(refused, "The audit"))
        .isEqualTo(
            new TaskResult.Stopped(
                "The audit is not possible: the model has no input \"x\". Name one of these"
                    + " inputs."));
  }

  @Test
  void aCrashNamesTheSignalAndNotWhatTheModelPrinted() {
    WorkerOutcome crashed =
        new WorkerOutcome.Crashed(
            139, "SIGSEGV", "The model crashed the runtime (SIGSEGV).", "untrusted");
    assertThat(TaskResult.of(crashed, "The audit"))
        .isInstanceOfSatisfying(
            TaskResult.Stopped.class,
            stopped ->
                assertThat(stopped.sentence())
                    .contains("SIGSEGV")
                    .doesNotContain("untrusted")
                    .doesNotContain(".."));
  }

  @Test
  void aTaskPastItsTimeNamesTheLimit() {
    assertThat(TaskResult.of(new WorkerOutcome.TimedOut(Duration.ofMinutes(10)), "The audit"))
        .isInstanceOfSatisfying(
            TaskResult.Stopped.class,
            stopped -> assertThat(stopped.sentence()).contains("600 seconds"));
  }

  @Test
  void aCancelledTaskIsNoResult() {
    assertThatThrownBy(() -> TaskResult.of(new WorkerOutcome.Cancelled(), "The audit"))
        .isInstanceOf(JobCancelledException.class);
  }
}
