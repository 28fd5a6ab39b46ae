package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The pages about the whole: dashboard, versions, the record, jobs, administration.
class BureauIT {
  private static Walk walk;

  @BeforeAll
  static void open() {
    walk = Walk.shared();
  }

  @BeforeEach
  void settle() {
    walk.settle();
  }

  @Test
  void theDashboardShowsNumbersThatLeadToWhatTheyCount() {
    var page = walk.signIn("ravi", "en-GB");
    assertThat(page.locator("#tile-toDecide")).containsText("1");
    assertThat(page.locator("#live")).containsText("card-fraud-score v7");
    assertThat(page.locator("#live")).containsText("in 12 d");
    assertThat(page.locator("#tile-grantsToDecide")).hasCount(0);
    look(page, "dashboard");
    page.locator("#tile-gateBlocked").click();
    page.waitForURL(Pattern.compile(".*/versions\\?gate=blocked"));
    assertThat(page.locator("#versions")).containsText("card-fraud-score v8");
    assertThat(page.locator("#versions")).not().containsText("loan-approval v1");
    page.goBack();
    page.locator("#stages a").first().click();
    page.waitForURL(Pattern.compile(".*/versions\\?stage=DRAFT"));
  }

  @Test
  void theProgressOfAJobMovesOnAndTheFocusStays() {
    var page = walk.signIn("olivia", "en-GB");
    var percent = page.locator("#running-jobs .running-job .number");
    assertThat(percent).isVisible();
    var before = percent.innerText();
    page.locator("#tile-live").focus();
    assertThat(percent).not().hasText(before);
    assertThat(page.locator("#tile-live")).isFocused();
  }

  @Test
  void everyRoleSeesADashboardInBothLanguages() {
    for (var person : List.of("olivia", "ada", "audrey")) {
      var page = walk.signIn(person, "zh-CN");
      assertThat(page.locator("#tiles")).containsText("正在运行的发布");
      look(page, "dashboard-zh-" + person);
    }
  }

  @Test
  void versionsAreFilteredInTheAddressAndExported() throws IOException {
    var page = walk.signIn("olivia", "en-GB", "versions");
    assertThat(page.locator("#versions")).containsText("loan-approval v2");
    look(page, "versions");
    page.locator("#versions-findings").click();
    page.waitForURL(Pattern.compile(".*/versions\\?findings=true"));
    var download = page.waitForDownload(() -> page.locator("#versions-csv").click());
    assertThat(download.suggestedFilename()).isEqualTo("versions.csv");
    assertThat(Files.readString(download.path()).lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("card-fraud-score,8,IN_REVIEW,HIGH"));
  }

  @Test
  void anEventHasAnAddressOfItsOwn() {
    var page = walk.signIn("audrey", "en-GB", "audit?actor=olivia");
    page.locator("#event-3").click();
    page.waitForURL(Pattern.compile(".*/audit/3\\?actor=olivia"));
    assertThat(page.locator("#event-body")).containsText("\"note\" : \"as asked\"");
    look(page, "event");
    page.locator("#event-close").click();
    page.waitForURL(Pattern.compile(".*/audit\\?actor=olivia"));
    page.navigate(walk.address() + "audit/4");
    assertThat(page.locator("#event-title")).hasText("Event 4");
    page.navigate(walk.address() + "audit/99");
    assertThat(page.locator("#message-page")).containsText("There is no event 99.");
  }

  @Test
  void theRecordIsExportedUnderTheFilterAndTimesAreTheReaders() throws IOException {
    var asked = new CopyOnWriteArrayList<String>();
    walk.server()
        .on(
            "GET",
            "/audit/events",
            call -> {
              asked.add(String.valueOf(call.query("from")));
              return FakeServer.page(List.of(Samples.event(3, "olivia", "version.sealed", 1)));
            });
    var page = walk.signIn("audrey", "en-GB", "audit?actor=olivia&from=2026-05-02T16:00:00Z");
    assertThat(page.locator("#audit-from input").first()).hasValue("03/05/2026");
    assertThat(asked).contains("2026-05-02T16:00:00Z");
    look(page, "audit-filtered");
    var csv = page.waitForDownload(() -> page.locator("#audit-csv").click());
    assertThat(Files.readString(csv.path())).contains("3,2026-11-22T01:00:00Z,olivia");
    var json = page.waitForDownload(() -> page.locator("#audit-json").click());
    assertThat(Files.readString(json.path())).startsWith("[{").contains("version.sealed");
  }

  @Test
  void aJobIsStoppedOnlyAfterAQuestionAndStartedAgain() {
    var page = walk.signIn("ada", "en-GB", "jobs");
    var running = "00000000-0000-4000-8000-0000000000e1";
    look(page, "jobs");
    page.locator("[id='cancel-" + running + "']").click();
    assertThat(page.locator("#cancel-job-dialog")).hasAttribute("opened", "");
    Hands.confirm(page);
    assertThat(page.locator("#jobs")).containsText("Cancelled");
    page.locator("[id='retry-" + running + "']").click();
    assertThat(page.locator("#jobs")).containsText("Waiting");
    page.navigate(walk.address() + "jobs?state=FAILED");
    assertThat(page.locator("#jobs")).containsText("ran out of its time");
  }

  @Test
  void administrationIsReadByAdministratorsAndAuditors() {
    var page = walk.signIn("ada", "en-GB", "admin/policies");
    assertThat(page.locator("#pack-assay-baseline")).containsText("demographic_parity_ratio");
    look(page, "policies");
    page.locator("#nav-people").click();
    assertThat(page.locator("#people")).containsText("Greta Holm");
    assertThat(page.locator("#people-keycloak"))
        .hasAttribute("href", Pattern.compile(".*/admin/assay/console/"));
    look(page, "people");
    page.locator("#nav-parts").click();
    assertThat(page.locator("#parts-verdict")).containsText("2 of 7 parts need a look.");
    look(page, "parts");
    var auditor = walk.signIn("audrey", "zh-CN", "admin/policies");
    assertThat(auditor.locator("#pack-assay-baseline")).containsText("模型卡填写完整");
    look(auditor, "policies-zh");
  }

  private static void look(Page page, String name) {
    Screens.shoot(page, name);
    Screens.print(page, name);
    Accessible.check(page, name);
  }
}
