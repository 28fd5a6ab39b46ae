package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.devstack.DemoRealm;
import org.assay.devstack.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Walks the packaged console in a real browser with a real sign-in, against a server that answers
/// from memory.
class ConsoleIT {
  private static final List<String> CHROMIUM =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Playwright playwright;
  private static Browser browser;
  private static TestStack stack;
  private FakeServer server;
  private ConsoleProcess console;

  @BeforeAll
  static void openBrowser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    stack = TestStack.shared();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(CHROMIUM));
  }

  @AfterAll
  static void closeBrowser() {
    playwright.close();
  }

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
    new Town().settle(server);
    console =
        ConsoleProcess.start(
            Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", stack.realm().toString(),
                "QUARKUS_OIDC_CREDENTIALS_SECRET", DemoRealm.read().secret("assay-console"),
                "QUARKUS_REST_CLIENT_SERVER_URL", server.address().toString()));
  }

  @AfterEach
  void stop() {
    console.close();
    server.close();
  }

  @Test
  void aReviewerReadsTheEvidenceAndDecides() {
    var page = signIn("ravi", "en-GB");
    assertThat(page.locator("#inbox-grid")).containsText("loan-approval v1");
    shoot(page, "inbox");
    page.locator("#review-loan-approval-1").click();
    assertThat(page.locator("#review-reason")).containsText("40 % fewer");
    assertThat(page.locator("#approve")).isDisabled();
    shoot(page, "review");
    for (var tab :
        List.of("card", "files", "intake", "assessment", "bias", "explanation", "gate")) {
      page.locator("#tab-" + tab).click();
      page.waitForURL(Pattern.compile(".*/" + tab));
      assertThat(page.locator(".tab-content")).not().isEmpty();
      shoot(page, tab);
    }
    page.locator("#tab-activity").click();
    assertThat(page.locator("#events")).containsText("version.sealed");
    shoot(page, "activity");
    page.locator("#tab-review").click();
    page.locator("#decision-reason textarea").fill("Audit and explanation read; gap is explained.");
    page.locator("#approve").click();
    shoot(page, "confirm");
    page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
    assertThat(page.locator("#review-blocked")).containsText("one person, one vote");
    assertThat(page.locator("#decisions")).containsText("ravi");
    shoot(page, "decided");
  }

  private static Page signIn(BrowserContext context, String address, String person) {
    var page = context.newPage();
    page.navigate(address);
    page.locator("#username").fill(person);
    page.locator("#password").fill(DemoRealm.PASSWORD);
    page.locator("#kc-login").click();
    assertThat(page.locator("#account-person")).isVisible();
    return page;
  }

  private Page signIn(String person, String language) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1360, 900));
    return signIn(context, console.address().toString(), person);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }
}
