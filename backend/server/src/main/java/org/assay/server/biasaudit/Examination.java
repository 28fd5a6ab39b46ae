package org.assay.server.biasaudit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.onnx.ModelFile;
import org.assay.server.audit.ReportDigest;
import org.assay.server.dataset.Dataset;
import org.assay.server.dataset.Datasets;
import org.assay.server.files.StoredFiles;
import org.assay.server.identity.Caller;
import org.assay.server.jobs.JobRun;
import org.assay.server.jobs.TaskResult;
import org.assay.server.jobs.Workers;
import org.assay.server.registry.Version;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.assay.worker.protocol.Table;
import org.assay.worker.protocol.WorkerRequest;
import org.assay.worker.protocol.WorkerTask;

/// Runs a version on the rows of its plan's dataset, in a worker: what the bias audit and the
/// explanation have in common. Holds no transaction while the worker works.
@ApplicationScoped
public class Examination {
  /// The purpose for which a dataset's rows are given to a model.
  public static final String PURPOSE = "assessment";

  private final Datasets datasets;
  private final StoredFiles files;
  private final Workers workers;
  private final ReportDigest digests;

  Examination(Datasets datasets, StoredFiles files, Workers workers, ReportDigest digests) {
    this.datasets = datasets;
    this.files = files;
    this.workers = workers;
    this.digests = digests;
  }

  /// What a report rests on besides the version's files. On the same basis nothing new is found.
  ///
  /// @param planDigest SHA-256 of the plan's canonical JSON
  public record Basis(UUID datasetId, String datasetSha256, String planDigest) {}

  /// A task on rows.
  ///
  /// @param name how a sentence names it, such as `The bias audit`
  /// @param columns what it reads besides the columns that feed the model
  /// @param from the job's progress at its start
  /// @param to the job's progress at its end
  public record Work(String name, WorkerTask task, List<String> columns, double from, double to) {
    public Work {
      columns = List.copyOf(columns);
    }
  }

  /// @throws Refusal.Conflict when nobody has confirmed the classification of the dataset's columns
  public Basis basis(AssessmentPlan plan) {
    Dataset dataset = datasets.get(plan.datasetId());
    String sha256 = dataset.sha256();
    if (!dataset.confirmed() || sha256 == null) {
      throw new Refusal.Conflict(
          Sentence.of("plan.unconfirmed", dataset.name()),
          Sentence.of("plan.unconfirmed.remedy", dataset.owner()));
    }
    return new Basis(dataset.id(), sha256, digests.of(plan));
  }

  /// Whether a person may see rows of the dataset that an examination shows.
  public boolean mayUse(UUID datasetId, Caller reader) {
    try {
      datasets.requireUse(datasetId, PURPOSE, reader);
      return true;
    } catch (Refusal.Forbidden refused) {
      return false;
    }
  }

  /// Reads the rows and does the work in a process of its own.
  ///
  /// @throws Refusal when the model's owner may not use the dataset any more, or its rows cannot be
  ///     read
  public TaskResult run(Version version, AssessmentPlan plan, Work work, JobRun run) {
    run.progress(work.from(), "Reading the rows");
    Caller owner = new Caller(version.owner(), version.owner(), Set.of());
    datasets.requireUse(plan.datasetId(), PURPOSE, owner);
    Set<String> columns = new LinkedHashSet<>(Mappings.of(plan.mapping()).features());
    columns.addAll(work.columns());
    Table table = datasets.table(plan.datasetId(), columns);
    WorkerRequest request = new WorkerRequest(work.task(), modelFiles(version), table);
    return TaskResult.of(workers.run(request, run, work.from(), work.to()), work.name());
  }

  private List<ModelFile> modelFiles(Version version) {
    return version.files().stream()
        .map(file -> ModelFile.of(file.name(), files.path(file.sha256())))
        .toList();
  }
}
