package org.assay.server.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.ExplanationView;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.server.biasaudit.Examination;
import org.assay.server.biasaudit.Mappings;
import org.assay.server.identity.Caller;
import org.assay.server.jobs.JobRun;
import org.assay.server.jobs.Outcome;
import org.assay.server.jobs.TaskResult;
import org.assay.server.jobs.Workers;
import org.assay.server.registry.Version;
import org.assay.server.web.Refusal;
import org.assay.worker.protocol.WorkerTask;

/// Explanations: what a version's output rests on, on the plan's rows.
@ApplicationScoped
public class Explanations {
  private static final double FROM = 0.5;
  private static final double TO = 0.9;

  /// 13 hexadecimal digits are 52 bits: such a seed is exact in every reader of JSON.
  private static final int SEED_DIGITS = 13;

  private final Examination examination;
  private final ExplanationRecords records;
  private final Workers workers;
  private final ExplanationConfig config;
  private final ObjectMapper json;

  Explanations(
      Examination examination,
      ExplanationRecords records,
      Workers workers,
      ExplanationConfig config,
      ObjectMapper json) {
    this.examination = examination;
    this.records = records;
    this.workers = workers;
    this.config = config;
    this.json = json;
  }

  /// Explains a version by its plan. Where the newest explanation rests on the same plan and the
  /// same data, it stands.
  ///
  /// @throws Refusal when the dataset is not confirmed or may not be used
  public Outcome run(Version version, AssessmentPlan plan, JobRun run) {
    Examination.Basis basis = examination.basis(plan);
    if (records.newest(version.id()).filter(known -> known.restsOn(basis)).isPresent()) {
      return Outcome.passed();
    }
    ColumnMapping mapping = Mappings.of(plan.mapping());
    Examination.Work work =
        new Examination.Work(
            "The explanation", task(version, plan, mapping), List.of(plan.label()), FROM, TO);
    return switch (examination.run(version, plan, work, run)) {
      case TaskResult.Stopped(String sentence) -> Outcome.blocked(sentence);
      case TaskResult.Report(String report) -> {
        records.store(version, basis, read(report).fedBy(mapping));
        yield Outcome.passed();
      }
    };
  }

  /// The newest explanation of a version, for the server's own use.
  public Optional<ExplanationView> latest(UUID versionId) {
    return records.newest(versionId).map(ExplanationEntity::view);
  }

  /// The newest explanation of a version as a person may see it: the explained rows are rows of the
  /// dataset, and stay out for whoever has no use of it.
  public Optional<ExplanationView> shown(UUID versionId, Caller reader) {
    return records
        .newest(versionId)
        .map(
            found ->
                examination.mayUse(found.datasetId, reader) ? found.view() : found.withoutRows());
  }

  /// The same version draws the same rows and gives the same report, whenever it is explained.
  static long seed(String versionDigest) {
    return Long.parseLong(versionDigest.substring(0, SEED_DIGITS), 16);
  }

  private WorkerTask task(Version version, AssessmentPlan plan, ColumnMapping mapping) {
    return new WorkerTask.Explain(
        mapping,
        plan.label(),
        plan.favourable(),
        config.rows(),
        config.background(),
        config.repeats(),
        seed(version.sealedDigest()),
        workers.runLimits());
  }

  private ExplanationReport read(String report) {
    try {
      return json.readValue(report, ExplanationReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The worker's answer is not what was agreed.", e);
    }
  }
}
