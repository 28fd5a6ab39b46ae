package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.GateView;
import org.assay.api.audit.EventView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The version's page: evidence as figures with tables behind them, the gate, the live release,
/// what happened.
class VersionDayIT {
  private static final String PAGE = "models/loan-approval/versions/1/";
  private static OpenHouse house;

  @BeforeAll
  static void open() {
    house = OpenHouse.shared();
  }

  @BeforeEach
  void settle() {
    house.settle();
  }

  @Test
  void theIntersectionsAreAHeatMapThatSaysWhatIsMissing() {
    var page = house.enter("ravi", "en-GB", PAGE + "bias");
    var map = page.locator("svg.figure[aria-label='Selection rate by afam x single']");
    assertThat(map).containsText("0.94");
    assertThat(map).containsText("suppressed");
    assertThat(map.locator(".hatched")).hasCount(1);
    assertThat(page.locator("#metric-demographic_parity_ratio")).containsText("Formula");
    OpenHouse.shoot(page, "bias");
    var dark = house.enter("ravi", "zh-CN", PAGE + "bias", ColorScheme.DARK);
    assertThat(dark.locator("#metric-demographic_parity_ratio")).containsText("公式");
    OpenHouse.shoot(dark, "bias-zh-dark");
  }

  @Test
  void effectsAreASwarmAndHiddenRowsLeadToAGrant() {
    var page = house.enter("ravi", "en-GB", PAGE + "explanation");
    assertThat(page.locator("#beeswarm")).containsText("chist");
    assertThat(page.locator("#waterfall")).containsText("pirat = 0.62");
    OpenHouse.shoot(page, "explanation");
    house.settle();
    house.server().on("GET", "/models/[^/]+/versions/1/explanation", call -> withoutRows());
    page.reload();
    assertThat(page.locator("#rows-hidden")).containsText("hidden");
    page.locator("#ask-for-rows").click();
    assertThat(page.locator("#ask-grant")).isVisible();
  }

  @Test
  void theGateIsFilteredAndLeadsToTheEvidence() {
    var page = house.enter("rosa", "en-GB", PAGE + "gate");
    assertThat(page.locator("#control-card-complete")).isVisible();
    OpenHouse.shoot(page, "gate");
    page.locator("#gate-status").click();
    page.locator("vaadin-select-item")
        .filter(new Locator.FilterOptions().setHasText("warning (1)"))
        .click();
    assertThat(page.locator("#control-four-fifths")).isVisible();
    assertThat(page.locator("#control-card-complete")).hasCount(0);
    page.locator("#evidence-four-fifths").click();
    assertThat(page.locator("#metric-demographic_parity_ratio")).isVisible();
  }

  @Test
  void aLiveReleaseIsSuspendedResumedAndStopped() {
    new Live().settle(house.server());
    var page = house.enter("ada", "en-GB", PAGE + "release");
    assertThat(page.locator("#traffic svg.figure")).hasCount(2);
    assertThat(page.locator("#example-token")).containsText("/protocol/openid-connect/token");
    assertThat(page.locator("#example-python")).containsText("client_credentials");
    OpenHouse.shoot(page, "release-live");
    act(page, "suspend", "Complaints from two branches.");
    assertThat(page.locator("#release-state")).hasText("suspended");
    assertThat(page.locator(".facts").first()).containsText("Complaints from two branches.");
    OpenHouse.shoot(page, "release-suspended");
    act(page, "resume", "The complaints were about another model.");
    assertThat(page.locator("#release-state")).hasText("live");
    act(page, "stop", "End of the trial.");
    assertThat(page.locator("#release-state")).hasText("stopped");
    assertThat(page.locator("#suspend")).hasCount(0);
  }

  @Test
  void whatHappenedReadsAsSentences() {
    house.server().on("GET", "/models/[^/]+/versions/1/events", call -> events());
    var page = house.enter("audrey", "en-GB", PAGE + "activity");
    assertThat(page.locator("#events")).containsText("Decided “Approve”: “Evidence read.”");
    assertThat(page.locator("#events")).containsText("Applied assay-baseline 2026.11.1: open");
    OpenHouse.shoot(page, "activity");
    page.locator("#activity-kind").click();
    page.locator("vaadin-select-item")
        .filter(new Locator.FilterOptions().setHasText("Gate"))
        .click();
    assertThat(page.locator("#events").getByText("Evidence read.")).isHidden();
  }

  private static void act(Page page, String act, String reason) {
    page.locator("#" + act).click();
    assertThat(page.locator("#" + act + "-confirm")).isDisabled();
    page.locator("#" + act + "-reason textarea").fill(reason);
    page.locator("#" + act + "-confirm").click();
  }

  private static ExplanationView withoutRows() {
    var all = Samples.explanation();
    return new ExplanationView(
        all.id(),
        all.method(),
        all.output(),
        all.features(),
        all.base(),
        all.values(),
        all.standardErrors(),
        all.additivityError(),
        all.quality(),
        List.of(),
        all.importance(),
        all.importanceMetric(),
        all.at(),
        all.digest());
  }

  private static List<EventView> events() {
    return List.of(
        event(9, "ravi", "review.voted", Map.of("decision", "APPROVE", "reason", "Evidence read.")),
        event(8, "gate", "gate.decided", gate(Samples.gate())),
        event(7, "intake", "intake.completed", Map.of("findings", 2, "blocking", 0)),
        event(6, "olivia", "version.sealed", Map.of("digest", Samples.DIGEST)),
        event(5, "olivia", "something.new", Map.of("note", "told as it stands")));
  }

  private static Map<String, Object> gate(GateView gate) {
    return Map.of("pack", gate.pack() + " " + gate.packVersion(), "verdict", gate.verdict());
  }

  private static EventView event(long id, String actor, String action, Map<String, Object> body) {
    return new EventView(id, Samples.NOW, actor, action, "version", "x", "loan-approval", 1, body);
  }
}
