package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.GateView;
import org.assay.api.models.Card;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two versions side by side.
class CompareIT {
  private static OpenHouse house;

  @BeforeAll
  static void open() {
    house = OpenHouse.shared();
  }

  @BeforeEach
  void settle() {
    house.settle();
    var server = house.server();
    var versions = "/models/loan-approval/versions";
    server.on("GET", versions, call -> List.of(version(2), version(1)));
    server.on("GET", versions + "/2", call -> version(2));
    server.on("GET", versions + "/2/gate", call -> stricter());
    server.on("GET", versions + "/2/bias-audit", call -> fewer());
    server.on("GET", versions + "/2/assessments", call -> Samples.assessment(true));
    server.on("GET", versions + "/2/explanation", call -> Samples.explanation());
  }

  @Test
  void whatChangedStandsFirstAndIsTested() {
    var page = house.enter("ravi", "en-GB", "models/loan-approval/versions/2/card");
    page.locator("#compare").click();
    page.waitForURL(Pattern.compile(".*/models/loan-approval/compare.*"));
    var gate = page.locator("#diff-gate tbody tr");
    assertThat(gate.first()).containsText("Selection rates within four fifths");
    assertThat(gate.first()).containsText("changed");
    assertThat(page.locator("#diff-card-evaluation del")).hasText("0.83");
    assertThat(page.locator("#diff-card-evaluation ins")).hasText("0.85");
    assertThat(page.locator("#diff-card-description")).hasCount(0);
    var rates = page.locator("#diff-rates");
    assertThat(rates).containsText("differs");
    assertThat(rates).containsText("within noise");
    assertThat(page.locator("#diff-digests")).containsText(Samples.DIGEST);
    OpenHouse.shoot(page, "compare");
    var dark = house.enter("rosa", "zh-CN", "models/loan-approval/compare", ColorScheme.DARK);
    assertThat(dark.locator("#diff-gate")).containsText("有变化");
    OpenHouse.shoot(dark, "compare-zh-dark");
  }

  private static VersionView version(int number) {
    var old = Samples.CARD;
    var card =
        number == 1
            ? old
            : new Card(
                old.description(),
                old.intendedUse(),
                old.outOfScopeUse(),
                old.limitations(),
                old.trainingData(),
                "AUC 0.85 on a held-out fifth.",
                old.contact());
    return new VersionView(
        new UUID(0, number),
        "loan-approval",
        number,
        number == 1 ? Stage.RELEASED : Stage.IN_REVIEW,
        "olivia",
        card,
        List.of(),
        number == 1 ? Samples.DIGEST : Samples.EVIDENCE,
        Samples.NOW,
        Samples.NOW);
  }

  private static GateView stricter() {
    var gate = Samples.gate();
    return new GateView(
        gate.pack(),
        gate.packVersion(),
        gate.packDigest(),
        gate.phase(),
        "open",
        gate.evidenceDigest(),
        gate.controls().stream().map(c -> "four-fifths".equals(c.id()) ? passed(c) : c).toList(),
        gate.at());
  }

  private static GateView.Control passed(GateView.Control control) {
    return new GateView.Control(
        control.id(),
        control.title(),
        control.citation(),
        control.severity(),
        "pass",
        "0.871",
        control.remedy(),
        null);
  }

  /// The first group's selection rate falls by far, the others stay.
  private static BiasAuditView fewer() {
    var audit = Samples.biasAudit();
    var groups =
        IntStream.range(0, audit.groups().size())
            .mapToObj(i -> i == 0 ? fewer(audit.groups().get(i)) : audit.groups().get(i))
            .toList();
    return new BiasAuditView(
        audit.id(),
        audit.datasetId(),
        audit.plan(),
        audit.rows(),
        groups,
        audit.metrics(),
        audit.at(),
        audit.digest());
  }

  private static BiasAuditView.Group fewer(BiasAuditView.Group group) {
    return new BiasAuditView.Group(
        group.attribute(),
        group.value(),
        group.n(),
        group.tp() - 300,
        group.fp(),
        group.fn() + 300,
        group.tn(),
        Map.copyOf(group.rates()));
  }
}
