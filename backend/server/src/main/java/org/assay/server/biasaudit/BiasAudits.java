package org.assay.server.biasaudit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.BiasAuditView;
import org.assay.server.jobs.JobRun;
import org.assay.server.jobs.Outcome;
import org.assay.server.jobs.TaskResult;
import org.assay.server.jobs.Workers;
import org.assay.server.registry.Version;
import org.assay.server.web.Refusal;
import org.assay.worker.protocol.WorkerTask;

/// Bias audits: a version's own predictions on the plan's rows, compared between groups.
@ApplicationScoped
public class BiasAudits {
  /// What a plan that says nothing takes as the smallest group reported.
  static final int MINIMUM_GROUP_SIZE = 30;

  /// The confidence level of every interval.
  static final double LEVEL = 0.95;

  private static final double FROM = 0.2;
  private static final double TO = 0.5;

  private final Examination examination;
  private final BiasAuditRecords records;
  private final Workers workers;
  private final ObjectMapper json;

  BiasAudits(
      Examination examination, BiasAuditRecords records, Workers workers, ObjectMapper json) {
    this.examination = examination;
    this.records = records;
    this.workers = workers;
    this.json = json;
  }

  /// Audits a version by its plan. Where the newest audit rests on the same plan and the same data,
  /// it stands; an older one does not count, so that the newest is always the plan's.
  ///
  /// @throws Refusal when the dataset is not confirmed or may not be used
  public Outcome run(Version version, AssessmentPlan plan, JobRun run) {
    Examination.Basis basis = examination.basis(plan);
    if (records.newest(version.id()).filter(audit -> audit.restsOn(basis)).isPresent()) {
      return Outcome.passed();
    }
    List<String> columns = new ArrayList<>(plan.protectedAttributes());
    columns.add(plan.label());
    Examination.Work work = new Examination.Work("The bias audit", task(plan), columns, FROM, TO);
    return switch (examination.run(version, plan, work, run)) {
      case TaskResult.Stopped(String sentence) -> Outcome.blocked(sentence);
      case TaskResult.Report(String report) -> {
        records.store(version, plan, basis, read(report));
        yield Outcome.passed();
      }
    };
  }

  /// The newest audit of a version.
  public Optional<BiasAuditView> latest(UUID versionId) {
    return records.newest(versionId).map(BiasAuditEntity::view);
  }

  private WorkerTask task(AssessmentPlan plan) {
    Map<String, String> references = plan.references();
    Integer smallest = plan.minimumGroupSize();
    return new WorkerTask.Audit(
        Mappings.of(plan.mapping()),
        plan.label(),
        plan.favourable(),
        plan.protectedAttributes(),
        references == null ? Map.of() : references,
        smallest == null ? MINIMUM_GROUP_SIZE : smallest,
        LEVEL,
        workers.runLimits());
  }

  private BiasAuditReport read(String report) {
    try {
      return json.readValue(report, BiasAuditReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The worker's answer is not what was agreed.", e);
    }
  }
}
