package org.assay.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.ColumnMapping;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.IntakeView;
import org.assay.api.assessments.Measure;
import org.assay.api.models.Card;
import org.assay.api.models.FileView;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.policy.Gate;
import org.assay.policy.GateReport;
import org.assay.policy.Phase;
import org.assay.policy.Verdict;
import org.assay.server.registry.Version;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final UUID DATA = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Map<String, Object> REVIEW =
      Map.of(
          "requester",
          "olivia",
          "required",
          2,
          "approvals",
          List.of(Map.of("person", "ravi"), Map.of("person", "rosa")));

  @Test
  void aGoodVersionOpensTheBaselinePackInBothPhases() {
    Evidence evidence = evidence(0.93, 0);
    assertThat(judged(evidence, Phase.ASSESSMENT).verdict()).isEqualTo(Verdict.OPEN);
    assertThat(judged(evidence, Phase.RELEASE).verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(judged(evidence.withReview(REVIEW), Phase.RELEASE).verdict())
        .isEqualTo(Verdict.OPEN);
  }

  @Test
  void aLowImpactRatioABlockingFindingOrAMissingReportBlocks() {
    assertThat(judged(evidence(0.79, 0), Phase.ASSESSMENT).verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(judged(evidence(0.93, 1), Phase.ASSESSMENT).verdict()).isEqualTo(Verdict.BLOCKED);
    Evidence nothing = Evidence.of(version("Score"), null, null, null);
    assertThat(judged(nothing, Phase.ASSESSMENT).verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(nothing.values()).containsOnlyKeys("model", "version", "card");
  }

  @Test
  void theDigestIsTheSameAtAnyTimeAndAnotherForOtherFacts() {
    assertThat(evidence(0.93, 0).digest()).isEqualTo(evidence(0.93, 0).digest());
    assertThat(evidence(0.93, 0).at(NOON)).containsEntry("now", "2026-11-20T12:00:00Z");
    assertThat(evidence(0.93, 0).digest())
        .hasSize(64)
        .isNotEqualTo(evidence(0.94, 0).digest())
        .isNotEqualTo(Evidence.of(version("Other"), null, null, null).digest());
  }

  @Test
  void suppressedGroupsAndComparisonsAreCounted() {
    assertThat(evidence(0.93, 0).values().get("audit"))
        .hasFieldOrPropertyWithValue("suppressed", 2L);
  }

  private static GateReport judged(Evidence evidence, Phase phase) {
    return Gate.evaluate(Packs.read("assay-baseline"), evidence.at(NOON), phase);
  }

  private static Evidence evidence(double ratio, int blocking) {
    return Evidence.of(
        version("Score mortgage applications"),
        intake(blocking),
        new Evidence.Audit(audit(ratio), "dora"),
        explanation());
  }

  private static Version version(String purpose) {
    Card card = new Card("d", "u", "o", "l", "t", "e", "c");
    return new Version(
        UUID.fromString("00000000-0000-0000-0000-000000000002"),
        UUID.fromString("00000000-0000-0000-0000-000000000003"),
        "credit",
        purpose,
        "olivia",
        RiskTier.HIGH,
        3,
        Stage.SUBMITTED,
        "olivia",
        card,
        List.of(new FileView("model.onnx", "a".repeat(64), 1)),
        "b".repeat(64));
  }

  private static IntakeView intake(int blocking) {
    IntakeView.Finding finding = new IntakeView.Finding("custom-domain", "blocking", "m", null);
    return new IntakeView(
        8,
        "skl2onnx",
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        10,
        blocking == 0 ? List.of() : List.of(finding),
        new IntakeView.Probe(true, 5, List.of(), true),
        NOON,
        "1".repeat(64));
  }

  private static BiasAuditView audit(double ratio) {
    Measure small = new Measure("suppressed", null, null, 5L, "fewer than 30 rows");
    Measure defined =
        new Measure("defined", ratio, new Measure.Interval(0.85, 0.99, 0.95, "katz"), 500L, null);
    return new BiasAuditView(
        UUID.fromString("00000000-0000-0000-0000-000000000004"),
        DATA,
        new AssessmentPlan(DATA, "approved", "yes", List.of("race"), null, mapping(), 30),
        500,
        List.of(
            new BiasAuditView.Group("race", "x", 5, 1, 1, 1, 2, Map.of("tpr", small)),
            new BiasAuditView.Group("race", "y", 495, 1, 1, 1, 492, Map.of("tpr", defined))),
        List.of(
            new BiasAuditView.Metric("demographic_parity_ratio", "race", defined),
            new BiasAuditView.Metric("equal_opportunity_difference", "race", small)),
        NOON,
        "2".repeat(64));
  }

  private static ColumnMapping mapping() {
    return new ColumnMapping(List.of(), Map.of(), null);
  }

  private static ExplanationView explanation() {
    return new ExplanationView(
        UUID.fromString("00000000-0000-0000-0000-000000000005"),
        "exact",
        "probability",
        List.of("income"),
        0.5,
        List.of(List.of(0.1)),
        null,
        1e-9,
        Map.of(),
        List.of(List.of(1.0)),
        List.of(new ExplanationView.Importance("income", 0.1, 0.05, 0.15, 0.95)),
        "accuracy",
        NOON,
        "3".repeat(64));
  }
}
