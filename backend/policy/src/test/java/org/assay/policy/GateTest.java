package org.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String AT_LEAST = "evidence.audit.ratio >= 0.8";

  @Test
  void aCheckThatHoldsPassesAndOpensTheGate() {
    PolicyPack pack = PackReader.read(Packs.withCheck(AT_LEAST), "example.yaml");
    GateReport report = Gate.evaluate(pack, Packs.ratio(0.8), Phase.ASSESSMENT);
    assertThat(report.verdict()).isEqualTo(Verdict.OPEN);
    assertThat(report.results()).extracting(ControlResult::status).containsExactly(Status.PASS);
    assertThat(report.results().getFirst().message()).isNull();
  }

  @Test
  void aBlockingCheckThatDoesNotHoldBlocksTheGate() {
    PolicyPack pack = PackReader.read(Packs.withCheck(AT_LEAST), "example.yaml");
    GateReport report = Gate.evaluate(pack, Packs.ratio(0.7999), Phase.ASSESSMENT);
    assertThat(report.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(report.results().getFirst().message()).isEqualTo("Does not hold: Ratio holds.");
  }

  @Test
  void aWarningThatDoesNotHoldWarnsAndLeavesTheGateOpen() {
    String yaml = Packs.withControl("severity: warning\ncheck: \"" + AT_LEAST + "\"");
    GateReport report =
        Gate.evaluate(PackReader.read(yaml, "example.yaml"), Packs.ratio(0.1), Phase.ASSESSMENT);
    assertThat(report.results().getFirst().status()).isEqualTo(Status.WARN);
    assertThat(report.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void missingEvidenceNeverPasses() {
    String always = Packs.withCheck("true");
    Map<String, Object> withNull = new HashMap<>();
    withNull.put("audit", Collections.singletonMap("ratio", null));
    for (Map<String, Object> evidence :
        List.of(
            Map.<String, Object>of(),
            Map.<String, Object>of("audit", Map.of()),
            Map.<String, Object>of("audit", "done"),
            Packs.ratio(" "),
            Packs.ratio(List.of()),
            Packs.ratio(Map.of()),
            withNull)) {
      ControlResult result = Packs.only(always, evidence);
      assertThat(result.status()).as("%s", evidence).isEqualTo(Status.MISSING);
      assertThat(result.blocks()).isTrue();
      assertThat(result.message()).isEqualTo("Missing evidence: audit.ratio.");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aNumberThatIsNotFiniteIsMissing(double number) {
    assertThat(
            Packs.only(Packs.withCheck("!(evidence.audit.ratio < 0.8)"), Packs.ratio(number))
                .status())
        .isEqualTo(Status.MISSING);
  }

  @Test
  void aNumberThatIsNotFiniteInsideAListFails() {
    String yaml = Packs.withCheck("evidence.audit.ratio.all(m, !(m.value < 0.8))");
    Map<String, Object> evidence =
        Packs.ratio(List.of(Map.of("value", 0.9), Map.of("value", Double.NaN)));
    assertThat(Packs.only(yaml, evidence).status()).isEqualTo(Status.FAIL);
    assertThat(Packs.only(yaml, Packs.ratio(List.of(0.9, Double.NaN))).message())
        .contains("evidence.audit.ratio holds null or a number that is not finite");
  }

  @Test
  void anExpressionThatCannotBeEvaluatedFailsWithItsReason() {
    ControlResult result =
        Packs.only(Packs.withCheck("evidence.audit.mean > 0.8"), Packs.ratio(1.0));
    assertThat(result.status()).isEqualTo(Status.FAIL);
    assertThat(result.message()).startsWith("The check cannot be evaluated: ").contains("mean");
  }

  @Test
  void aWarningThatCannotBeEvaluatedFailsButDoesNotBlock() {
    String yaml = Packs.withControl("severity: warning\ncheck: evidence.audit.mean > 0.8");
    ControlResult result = Packs.only(yaml, Packs.ratio(1.0));
    assertThat(result.status()).isEqualTo(Status.FAIL);
    assertThat(result.blocks()).isFalse();
  }

  @Test
  void aCheckOfAnotherTypeFails() {
    assertThat(Packs.only(Packs.withCheck("evidence.audit.ratio"), Packs.ratio("yes")).message())
        .contains("neither true nor false: yes");
  }

  @Test
  void aTextComparedWithANumberFails() {
    assertThat(Packs.only(Packs.withCheck(AT_LEAST), Packs.ratio("0.9")).status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void aWholeNumberComparesWithAFraction() {
    assertThat(Packs.only(Packs.withCheck(AT_LEAST), Packs.ratio(1)).status())
        .isEqualTo(Status.PASS);
  }

  @Test
  void evidenceOfAnUnknownTypeFailsEveryControlAndSaysWhere() {
    ControlResult result = Packs.only(Packs.withCheck("true"), Packs.ratio(new BitSet()));
    assertThat(result.status()).isEqualTo(Status.FAIL);
    assertThat(result.message()).contains("evidence.audit.ratio is a java.util.BitSet");
  }

  @Test
  void evidenceThatContainsItselfFails() {
    Map<String, Object> endless = new HashMap<>();
    endless.put("again", endless);
    assertThat(Packs.only(Packs.withCheck("true"), Packs.ratio(endless)).message())
        .contains("nested more than");
  }

  @Test
  void aControlThatDoesNotConcernTheModelIsNotApplicable() {
    String yaml =
        Packs.withControl("applies: \"model.riskTier == 'high'\"\ncheck: evidence.audit.ratio > 2");
    Map<String, Object> evidence = new HashMap<>(Packs.ratio(1.0));
    evidence.put("model", Map.of("riskTier", "limited"));
    assertThat(Packs.only(yaml, evidence).status()).isEqualTo(Status.NOT_APPLICABLE);
    evidence.put("model", Map.of("riskTier", "high"));
    assertThat(Packs.only(yaml, evidence).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void aControlFailsWhenItCannotBeToldWhetherItApplies() {
    String yaml = Packs.withControl("applies: \"model.riskTier == 'high'\"\ncheck: \"true\"");
    ControlResult result = Packs.only(yaml, Packs.ratio(1.0));
    assertThat(result.status()).isEqualTo(Status.FAIL);
    assertThat(result.message()).startsWith("Whether the control applies cannot be evaluated");
  }

  @Test
  void aReleaseControlWaitsForTheReleasePhase() {
    String yaml = Packs.withControl("phase: release\ncheck: evidence.audit.ratio > 2");
    assertThat(Packs.only(yaml, Packs.ratio(1.0)).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(Packs.only(yaml, Packs.ratio(1.0), Phase.RELEASE).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void theReleasePhaseAsksTheControlsOfTheAssessmentToo() {
    assertThat(Packs.only(Packs.withCheck("false"), Packs.ratio(1.0), Phase.RELEASE).status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void theValueIsShownAndCutNotRounded() {
    String yaml =
        Packs.withControl(
            "check: evidence.audit.ratio >= 0.8\nvalue: decimals(evidence.audit.ratio, 2)");
    ControlResult result = Packs.only(yaml, Packs.ratio(0.7999));
    assertThat(result.value()).isEqualTo("0.79");
    assertThat(result.message()).isEqualTo("Does not hold: Ratio holds. Found: 0.79.");
  }

  @Test
  void aValueThatCannotBeShownLeavesTheStatusAndSaysSo() {
    String yaml = Packs.withControl("check: \"true\"\nvalue: evidence.audit.mean");
    ControlResult result = Packs.only(yaml, Packs.ratio(1.0));
    assertThat(result.status()).isEqualTo(Status.PASS);
    assertThat(result.value()).isNull();
    assertThat(result.message()).startsWith("What was found cannot be shown: ");
  }

  @Test
  void anExpressionThatVisitsTooManyElementsFails() {
    List<Integer> many = IntStream.range(0, 1_000).boxed().toList();
    String yaml =
        Packs.withCheck("evidence.audit.ratio.all(a, evidence.audit.ratio.all(b, a + b >= 0))");
    ControlResult result = Packs.only(yaml, Packs.ratio(many));
    assertThat(result.status()).isEqualTo(Status.FAIL);
    assertThat(result.message()).contains("more than 100000 elements");
  }

  @Test
  void timesAreComparedAsInstantsAndAsTextAfterAReplay() {
    String yaml = Packs.withCheck("now - timestamp(evidence.audit.ratio) <= duration('24h')");
    assertThat(Packs.only(yaml, Packs.ratio(Packs.NOW.minusSeconds(60))).status())
        .isEqualTo(Status.PASS);
    Map<String, Object> replayed =
        Map.of("audit", Map.of("ratio", "2026-11-19T11:59:59Z"), "now", Packs.NOW.toString());
    assertThat(Packs.only(yaml, replayed).status()).isEqualTo(Status.FAIL);
    assertThat(Packs.only(yaml, replayed).message()).startsWith("Does not hold");
  }

  @Test
  void aCheckThatNeedsTheTimeFailsWithoutIt() {
    String yaml = Packs.withCheck("now > timestamp('2020-01-01T00:00:00Z')");
    assertThat(Packs.only(yaml, Map.of("audit", Map.of("ratio", 1))).status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void aPackOutsideItsDatesIsNotApplicable() {
    String later = Packs.withHead("valid: {from: 2026-11-21}");
    assertThat(Packs.only(later, Packs.ratio(0.1)).status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(Packs.only(later, Packs.ratio(0.1)).message())
        .isEqualTo("The pack applies from 2026-11-21.");
    String today = Packs.withHead("valid: {from: 2026-11-20, until: 2026-11-20}");
    assertThat(Packs.only(today, Packs.ratio(0.1)).status()).isEqualTo(Status.FAIL);
    String over = Packs.withHead("valid: {until: 2026-11-19}");
    assertThat(Packs.only(over, Packs.ratio(0.1)).status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void aDatedPackWithoutATimeIsMissingItsEvidence() {
    String dated = Packs.withHead("valid: {from: 2026-11-21}");
    assertThat(Packs.only(dated, Map.of("audit", Map.of("ratio", 1))).status())
        .isEqualTo(Status.MISSING);
  }

  @Test
  void aReplayOfTheStoredTextWithTheStoredDigestGivesAnEqualReport() {
    String stored = Packs.withCheck(AT_LEAST);
    GateReport first =
        Gate.evaluate(PackReader.read(stored, "a.yaml"), Packs.ratio(0.5), Phase.ASSESSMENT);
    GateReport replay =
        Gate.evaluate(PackReader.read(stored, "b.yaml"), Packs.ratio(0.5), Phase.ASSESSMENT);
    assertThat(PackDigest.of(stored)).isEqualTo(first.digest());
    assertThat(replay).isEqualTo(first);
    assertThat(PackDigest.of(stored + "\n")).isNotEqualTo(first.digest());
  }
}
