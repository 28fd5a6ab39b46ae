package org.assay.worker.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assay.worker.protocol.WorkerRequest;

/// Starts worker processes, each for one task, each limited, confined and removed at its end.
/// Safe for use by several threads.
public final class WorkerLauncher {
  private final WorkerHome home;
  private final Path folder;
  private final Confinement confinement;

  /// @param home where the worker program is
  /// @param folder under which each worker gets a private folder for the time it runs
  public WorkerLauncher(WorkerHome home, Path folder) {
    this.home = home;
    this.folder = folder;
    this.confinement = Confinement.tried();
  }

  /// What cannot be enforced on this machine, in sentences; empty where everything can.
  public List<String> missingLimits() {
    return confinement.missing();
  }

  /// Does the task in a process of its own and waits for its outcome. An interrupt of the calling
  /// thread ends the process and counts as cancelling; the thread stays interrupted.
  ///
  /// @param progress called on this thread
  /// @param cancelled asked about every 200 ms
  /// @throws IOException when the process cannot be started or a file of the request not be read
  public WorkerOutcome run(
      WorkerRequest request,
      WorkerLimits limits,
      ProgressListener progress,
      BooleanSupplier cancelled)
      throws IOException {
    try (WorkFolder work = WorkFolder.in(folder);
        WorkerProcess process =
            WorkerProcess.start(
                WorkerCommand.line(home, confinement, limits, work.path()), work.path())) {
      return process.perform(request, limits.wallClock(), progress, cancelled);
    }
  }
}
