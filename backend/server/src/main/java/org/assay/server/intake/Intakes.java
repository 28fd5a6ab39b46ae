package org.assay.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.IntakeView;
import org.assay.onnx.InspectionLimits;
import org.assay.onnx.ModelFile;
import org.assay.onnx.ModelInspector;
import org.assay.server.files.StoredFiles;
import org.assay.server.jobs.JobRun;
import org.assay.server.jobs.Outcome;
import org.assay.server.jobs.Workers;
import org.assay.server.registry.Version;
import org.assay.worker.launch.WorkerOutcome;
import org.assay.worker.protocol.WorkerRequest;
import org.assay.worker.protocol.WorkerTask;

/// Intake of an uploaded model: first read in pure Java, and only when nothing forbids it loaded
/// and probed by ONNX Runtime in a worker. A model that crashes, hangs or eats memory is a finding.
@ApplicationScoped
public class Intakes {
  private final IntakeRecords records;
  private final StoredFiles files;
  private final Workers workers;
  private final ObjectMapper json;

  Intakes(IntakeRecords records, StoredFiles files, Workers workers, ObjectMapper json) {
    this.records = records;
    this.files = files;
    this.workers = workers;
    this.json = json;
  }

  /// Examines the sealed files of a version once; what a former run found stands.
  public Outcome check(Version version, JobRun run) {
    Optional<IntakeEntity> former = records.newest(version.id());
    if (former.isPresent()) {
      return outcome(former.get().report);
    }
    run.progress(0.02, "Reading the model's files");
    List<ModelFile> upload =
        version.files().stream().map(f -> ModelFile.of(f.name(), files.path(f.sha256()))).toList();
    IntakeReport report = IntakeReport.of(ModelInspector.inspect(upload, InspectionLimits.DEFAULT));
    if (report.blocking() == 0) {
      ProbeResult probed = probe(upload, run);
      report = report.with(probed.probe(), probed.findings());
    }
    records.store(version, report);
    return outcome(report);
  }

  /// The newest report on a version.
  public Optional<IntakeView> latest(UUID versionId) {
    return records.newest(versionId).map(IntakeEntity::view);
  }

  private static Outcome outcome(IntakeReport report) {
    return report.blocking() == 0 ? Outcome.passed() : Outcome.blocked(report.blockingSentence());
  }

  private ProbeResult probe(List<ModelFile> upload, JobRun run) {
    run.progress(0.05, "Loading the model in a worker");
    WorkerTask task = new WorkerTask.Probe(workers.runLimits());
    WorkerOutcome outcome = workers.run(new WorkerRequest(task, upload, null), run, 0.05, 0.2);
    return switch (outcome) {
      case WorkerOutcome.Finished(String result) -> read(result);
      case WorkerOutcome.Refused(String id, String message, String remedy) ->
          ProbeResult.blocked(id, message, remedy);
      case WorkerOutcome.Crashed crashed -> crashed(crashed);
      case WorkerOutcome.TimedOut(var limit) ->
          ProbeResult.blocked(
              "runtime-timeout",
              "The model did not load and answer within %d seconds.".formatted(limit.toSeconds()),
              "Look for an endless Loop, or make the model smaller.");
      case WorkerOutcome.Cancelled() -> throw new IllegalStateException("told by an exception");
    };
  }

  private static ProbeResult crashed(WorkerOutcome.Crashed crashed) {
    return ProbeResult.blocked(
        "runtime-crash",
        "The model ended the process that ran it: " + crashed.message(),
        "Run the file on ONNX Runtime yourself with 512 MiB of heap and 6 GB of memory, and export"
            + " it again.");
  }

  private ProbeResult read(String result) {
    try {
      return json.readValue(result, ProbeResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The worker's answer is not what was agreed.", e);
    }
  }
}
