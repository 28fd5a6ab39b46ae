package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.assay.devstack.DemoRealm;
import org.assay.devstack.TestStack;

/// One browser, one console and one answering server for all walks of this machine, opened at the
/// first and closed with the tests.
final class OpenHouse {
  private static OpenHouse opened;

  private final Chromium chromium;
  private final FakeServer server;
  private final ConsoleProcess console;

  private OpenHouse() throws IOException {
    var stack = TestStack.shared();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    chromium = Chromium.open();
    server = new FakeServer();
    console =
        ConsoleProcess.start(
            Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", stack.realm().toString(),
                "QUARKUS_OIDC_CREDENTIALS_SECRET", DemoRealm.read().secret("assay-console"),
                "QUARKUS_REST_CLIENT_SERVER_URL", server.address().toString()));
  }

  static synchronized OpenHouse shared() {
    if (opened == null) {
      try {
        opened = new OpenHouse();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close-the-house"));
    }
    return opened;
  }

  FakeServer server() {
    return server;
  }

  String address(String path) {
    return console.address() + path;
  }

  /// A browser of its own, signed in, on the page.
  Page enter(String person, String language, String path) {
    return enter(person, language, path, ColorScheme.LIGHT);
  }

  Page enter(String person, String language, String path, ColorScheme scheme) {
    var page = browse(language, scheme);
    page.navigate(address(path));
    page.locator("#username").fill(person);
    page.locator("#password").fill(DemoRealm.PASSWORD);
    page.locator("#kc-login").click();
    assertThat(page.locator("#account-person")).isVisible();
    return page;
  }

  /// A browser of its own, before the sign-in.
  Page browse(String language, ColorScheme scheme) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme)
                .setViewportSize(1440, 900))
        .newPage();
  }

  /// The page in both widths.
  static void shoot(Page page, String name) {
    var size = page.viewportSize();
    for (var width : new int[] {1440, 1024}) {
      page.setViewportSize(width, size.height);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", name + "-" + width + ".png"))
              .setFullPage(true));
    }
    page.setViewportSize(size.width, size.height);
  }

  static void confirm(Page page) {
    page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
  }

  private void close() {
    console.close();
    server.close();
    chromium.close();
  }
}
