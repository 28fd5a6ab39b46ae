package org.assay.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.assessments.GateView;
import org.assay.api.policies.PolicyPackView;
import org.assay.policy.PackException;
import org.junit.jupiter.api.Test;

class PacksTest {
  @Test
  void theBaselinePackIsShownWithItsRules() {
    PolicyPackView view = Packs.view(Packs.read("assay-baseline"));
    assertThat(view.pack()).isEqualTo("assay-baseline");
    assertThat(view.digest()).matches("[0-9a-f]{64}");
    assertThat(view.controls())
        .anySatisfy(
            c -> {
              assertThat(c.id()).isEqualTo("four-eyes");
              assertThat(c.phase()).isEqualTo("release");
              assertThat(c.severity()).isEqualTo("blocking");
              assertThat(c.check()).contains("evidence.review.required");
            });
  }

  @Test
  void aMissingPackStopsTheStartAndSaysWhatToSet() {
    assertThatThrownBy(() -> Packs.read("no-such-pack"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("policies/no-such-pack.yaml")
        .hasMessageContaining("assay.policy.pack");
  }

  @Test
  void aBadPackStopsTheStartWithItsFileAndPlace() {
    assertThatThrownBy(() -> Packs.read("broken-for-a-test"))
        .isInstanceOf(PackException.class)
        .hasMessageStartingWith("policies/broken-for-a-test.yaml:");
  }

  @Test
  void blockersAreTheBlockingControlsThatFailedOrMiss() {
    GateDecision decision =
        decision(
            control("good", "blocking", "pass"),
            control("bad", "blocking", "fail"),
            control("absent", "blocking", "missing"),
            control("doubtful", "warning", "warn"));
    assertThat(decision.blockers()).isEqualTo("bad (fail), absent (missing)");
    assertThat(decision.digest())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(decision(control("good", "blocking", "pass")).digest());
  }

  private static GateDecision decision(GateView.Control... controls) {
    GateView view =
        new GateView(
            "p", "2026.1.1", "a", "assessment", "blocked", "e", List.of(controls), Instant.EPOCH);
    return new GateDecision(UUID.randomUUID(), false, "e", view);
  }

  private static GateView.Control control(String id, String severity, String status) {
    return new GateView.Control(id, Map.of(), "c", severity, status, null, Map.of(), null);
  }
}
