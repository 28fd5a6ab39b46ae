package org.assay.server.jobs;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.assay.worker.launch.WorkerHome;
import org.assay.worker.launch.WorkerLauncher;
import org.assay.worker.launch.WorkerLimits;
import org.assay.worker.launch.WorkerOutcome;
import org.assay.worker.protocol.RunLimits;
import org.assay.worker.protocol.WorkerRequest;
import org.jboss.logging.Logger;

/// Starts worker processes for jobs: the only way in which this process has anything to do with a
/// model's native code.
@ApplicationScoped
public class Workers {
  private static final Logger LOG = Logger.getLogger(Workers.class);

  private final WorkersConfig config;
  private final JobsConfig jobs;

  Workers(WorkersConfig config, JobsConfig jobs) {
    this.config = config;
    this.jobs = jobs;
  }

  /// Says at the start which limits cannot be held on this machine, and fails where there is no
  /// worker to start.
  void check(@Observes StartupEvent event) {
    if (jobs.enabled()) {
      launcher().missingLimits().forEach(LOG::warn);
    }
  }

  /// Does one task in a process of its own. The job's progress moves between the two fractions.
  ///
  /// @throws JobCancelledException when somebody asked the job to stop
  /// @throws WorkerKilledException when the process was killed from outside, which says nothing of
  ///     the model: the job is tried again
  public WorkerOutcome run(WorkerRequest request, JobRun run, double from, double to) {
    WorkerOutcome outcome;
    try {
      outcome =
          launcher()
              .run(
                  request,
                  limits(),
                  (fraction, message) -> run.progress(from + fraction * (to - from), message),
                  run::cancelled);
    } catch (IOException e) {
      throw new UncheckedIOException("The worker could not be started or fed.", e);
    }
    return switch (outcome) {
      case WorkerOutcome.Cancelled() -> throw new JobCancelledException();
      case WorkerOutcome.Crashed crashed when crashed.signal().equals("SIGKILL") ->
          throw new WorkerKilledException(crashed.message());
      case WorkerOutcome.Crashed crashed -> outcome;
      case WorkerOutcome.Finished finished -> outcome;
      case WorkerOutcome.Refused refused -> outcome;
      case WorkerOutcome.TimedOut timedOut -> outcome;
    };
  }

  /// How a worker of this server runs a model.
  public RunLimits runLimits() {
    RunLimits usual = RunLimits.DEFAULT;
    return new RunLimits(
        usual.threads(), config.batch().toMillis(), usual.batchRows(), usual.foldedBytes());
  }

  private WorkerLimits limits() {
    WorkerLimits usual = WorkerLimits.DEFAULT;
    return new WorkerLimits(
        config.heap(),
        config.addressSpace(),
        config.cpuSeconds(),
        config.wallClock(),
        usual.openFiles(),
        usual.fileBytes());
  }

  private WorkerLauncher launcher() {
    try {
      Files.createDirectories(config.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("No folder for workers at " + config.folder(), e);
    }
    return new WorkerLauncher(WorkerHome.of(config.home()), config.folder());
  }
}
