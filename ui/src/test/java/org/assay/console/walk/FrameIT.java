package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assay.console.walk.FakeServer.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What surrounds every page: search, language, look, refusals.
class FrameIT {
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
  void theKeyboardFindsAVersionByItsDigestFromAnyPage() {
    var page = walk.signIn("olivia", "en-GB", "jobs");
    page.keyboard().press("Control+k");
    assertThat(page.locator("#search input")).isFocused();
    page.keyboard().type("c1d4b7e2");
    assertThat(hits(page)).containsText("card-fraud-score v8");
    Screens.shoot(page, "search");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/models/card-fraud-score/versions/8.*"));
  }

  @Test
  void aSlashSearchesButNotWhileWriting() {
    var page = walk.signIn("olivia", "en-GB", "models");
    page.locator("#models-search input").click();
    page.keyboard().type("a/b");
    assertThat(page.locator("#models-search input")).hasValue("a/b");
    page.locator("#page-title").click();
    page.keyboard().press("/");
    assertThat(page.locator("#search input")).isFocused();
    page.keyboard().type("loan");
    assertThat(hits(page)).containsText("loan-approval");
    page.locator("#search input").fill("zzz");
    assertThat(hits(page)).containsText("Nothing found for “zzz”");
  }

  @Test
  void theLookIsChosenAndRememberedByTheBrowser() {
    var page = walk.signIn("ravi", "en-GB", "models");
    page.locator("#look").click();
    page.locator("#look-dark").click();
    assertThat(page.locator("html")).hasAttribute("theme", "dark");
    page.reload();
    assertThat(page.locator("#account-person")).isVisible();
    var html = page.request().get(walk.address() + "models").text();
    assertThat(html).contains("color-scheme: dark").contains("theme=\"dark\"");
    assertThat(ink(page)).isEqualTo(ink(page, ColorScheme.LIGHT));
    page.locator("#look").click();
    page.locator("#look-system").click();
    assertThat(ink(page, ColorScheme.DARK)).isNotEqualTo(ink(page, ColorScheme.LIGHT));
  }

  @Test
  void theLanguageKeepsThePageAndOutlastsTheSession() {
    var context = walk.newContext("en-GB");
    var page = Walk.signIn(context, walk.address() + "versions?stage=IN_REVIEW", "ravi");
    assertThat(page.locator("html")).hasAttribute("lang", "en-GB");
    page.locator("#language").click();
    page.locator("#language-zh").click();
    assertThat(page.locator("#nav-models")).containsText("模型");
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    assertThat(page).hasURL(Pattern.compile(".*/versions\\?stage=IN_REVIEW"));
    page.locator("#account-person").click();
    page.locator("#sign-out").click();
    assertThat(page.locator("#username")).isVisible();
    Walk.fillSignIn(page, "ravi");
    assertThat(page.locator("#nav-models")).containsText("模型");
  }

  @Test
  void theServerIsAskedInTheReadersLanguage() {
    var asked = new CopyOnWriteArrayList<String>();
    walk.server()
        .on(
            "GET",
            "/models/([^/]+)",
            call -> {
              asked.add(call.header("Accept-Language"));
              throw new Refused(404, "不存在", "没有模型 nothing。", null);
            });
    var page = walk.signIn("ravi", "zh-CN", "models/nothing");
    assertThat(page.locator("#message-page")).containsText("没有模型 nothing。");
    assertThat(asked).isNotEmpty().allMatch("zh-CN"::equals);
  }

  @Test
  void everyRefusalHasAPageThatSaysWhatAndWhy() {
    walk.server()
        .on(
            "GET",
            "/models/([^/]+)",
            call -> {
              throw new IllegalStateException("a secret of the server");
            });
    var page = walk.signIn("olivia", "en-GB", "models/loan-approval");
    assertThat(page.locator("#message-page")).containsText("The server failed");
    assertThat(page.locator("#message-page")).containsText("Reference: x");
    assertThat(page.locator("#message-page")).not().containsText("a secret of the server");
    Screens.shoot(page, "failed");
    Accessible.check(page, "failed");
    page.navigate(walk.address() + "no/such/page");
    assertThat(page.locator("#message-page")).containsText("There is nothing here");
    page.navigate(walk.address() + "admin/people");
    assertThat(page.locator("#message-page"))
        .containsText("The page is for: administrator, auditor. You have: owner.");
    Screens.shoot(page, "denied");
    Accessible.check(page, "denied");
  }

  @Test
  void theFirstTabLeadsPastTheNavigation() {
    var page = walk.signIn("olivia", "en-GB", "models");
    page.locator("#skip").focus();
    assertThat(page.locator("#skip")).isInViewport();
    page.keyboard().press("Enter");
    assertThat(page.locator("main#content")).isFocused();
    assertThat(page).hasURL(Pattern.compile(".*/models"));
  }

  private static Locator hits(Page page) {
    return page.locator("vaadin-combo-box-item:not([hidden])").first();
  }

  private static Object ink(Page page, ColorScheme system) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(system));
    return ink(page);
  }

  private static Object ink(Page page) {
    return page.evaluate("getComputedStyle(document.querySelector('#page-title')).color");
  }
}
