package org.assay.server.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.GateView;
import org.assay.policy.ControlResult;
import org.assay.policy.Gate;
import org.assay.policy.GateReport;
import org.assay.policy.Phase;
import org.assay.policy.PolicyPack;
import org.assay.server.identity.Caller;
import org.assay.server.jobs.JobRun;
import org.assay.server.jobs.Outcome;
import org.assay.server.registry.Version;
import org.jspecify.annotations.Nullable;

/// The policy gate: gathers the evidence about a version, asks the pack in force, keeps the answer.
@ApplicationScoped
public class Gates {
  private static final Caller GATE = Caller.system("gate");

  private final Packs packs;
  private final GateResults results;
  private final Reports reports;

  Gates(Packs packs, GateResults results, Reports reports) {
    this.packs = packs;
    this.results = results;
    this.reports = reports;
  }

  /// The gate's step of the line. It passes even when the verdict is blocked: people see why.
  ///
  /// @param plan the plan under which the reports were made; they carry what is judged
  public Outcome decide(Version version, @Nullable AssessmentPlan plan, JobRun run) {
    run.progress(0.9, "Asking the policy pack " + packs.inForce().name() + ".");
    judge(version, Phase.ASSESSMENT, evidence(version));
    return Outcome.passed();
  }

  /// Asks the gate now.
  ///
  /// @param review what the review says, for the release phase: `requester`, `required`,
  ///     `approvals`; empty when there is none yet
  public GateDecision judge(Version version, Phase phase, Map<String, Object> review) {
    Evidence evidence = evidence(version);
    return judge(version, phase, review.isEmpty() ? evidence : evidence.withReview(review));
  }

  /// The newest answer after an assessment.
  public Optional<GateView> latest(UUID versionId) {
    return decision(versionId).map(GateDecision::view);
  }

  /// The newest answer after an assessment, with its id.
  public Optional<GateDecision> decision(UUID versionId) {
    return results.latest(versionId, Phase.ASSESSMENT);
  }

  /// One stored answer about a version.
  public Optional<GateDecision> decision(UUID gateId, UUID versionId) {
    return results.get(gateId, versionId);
  }

  /// The digest of what would be judged now: differs from the one approved when a report, the card
  /// or the model's purpose is not the same any more.
  public String evidenceDigest(Version version) {
    return evidence(version).digest();
  }

  private GateDecision judge(Version version, Phase phase, Evidence evidence) {
    PolicyPack pack = packs.inForce();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Map<String, Object> judged = evidence.at(now);
    GateReport report = Gate.evaluate(pack, judged, phase);
    GateResultEntity result = new GateResultEntity();
    result.id = UUID.randomUUID();
    result.versionId = version.id();
    result.pack = report.pack();
    result.packVersion = report.version();
    result.packDigest = report.digest().hex();
    result.phase = phase;
    result.verdict = report.verdict();
    result.evidence = judged;
    result.evidenceDigest = evidence.digest();
    result.report =
        new GateResultEntity.Report(report.results().stream().map(Gates::view).toList());
    result.at = now;
    return results.keep(version, result, GATE);
  }

  private Evidence evidence(Version version) {
    UUID id = version.id();
    return Evidence.of(
        version,
        reports.intake(id).orElse(null),
        reports.audit(id).orElse(null),
        reports.explanation(id).orElse(null));
  }

  private static GateView.Control view(ControlResult result) {
    return new GateView.Control(
        result.id(),
        result.title().byLanguage(),
        result.citation(),
        result.severity().code(),
        result.status().code(),
        result.value(),
        result.remedy().byLanguage(),
        result.message());
  }
}
