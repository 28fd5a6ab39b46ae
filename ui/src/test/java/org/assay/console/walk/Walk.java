package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.assay.devstack.DemoRealm;
import org.assay.devstack.KeycloakAdmin;
import org.assay.devstack.TestStack;

/// What a test needs to walk the packaged console: a browser, a real Keycloak, a server that
/// answers from memory, and the console itself. One for all test classes, ended with the JVM.
///
/// ```java
/// Walk walk = Walk.shared();
/// Town town = walk.settle();
/// Page page = walk.signIn("ravi", "en-GB");
/// Screens.shoot(page, "inbox");
/// Accessible.check(page, "inbox");
/// ```
final class Walk {
  private static Walk shared;

  private final Chromium chromium;
  private final TestStack stack;
  private final FakeServer server;
  private final ConsoleProcess console;

  private Walk() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    stack = TestStack.shared();
    chromium = Chromium.open();
    server = new FakeServer();
    console =
        ConsoleProcess.start(
            Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", stack.realm().toString(),
                "QUARKUS_OIDC_CREDENTIALS_SECRET", DemoRealm.read().secret("assay-console"),
                "QUARKUS_REST_CLIENT_SERVER_URL", server.address().toString()));
    keycloak().consoleAt(console.address());
  }

  static synchronized Walk shared() {
    if (shared == null) {
      try {
        shared = new Walk();
        Runtime.getRuntime().addShutdownHook(new Thread(shared::end));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  private void end() {
    console.close();
    server.close();
  }

  /// Every answer as at the beginning; to be called before each test.
  Town settle() {
    server.forget();
    var town = new Town();
    town.settle(server);
    return town;
  }

  FakeServer server() {
    return server;
  }

  /// The administrator of the people's sign-in.
  KeycloakAdmin keycloak() {
    return new KeycloakAdmin(stack.realm());
  }

  /// Where the console answers, with a slash at the end.
  URI address() {
    return console.address();
  }

  /// A page of a browser of its own, signed in and at the console's first page.
  ///
  /// @param language what the browser asks for, such as `en-GB` or `zh-CN`
  Page signIn(String person, String language) {
    return signIn(newContext(language), address().toString(), person);
  }

  /// As [#signIn(String, String)], at a page of the console.
  ///
  /// @param path the page's address without a slash at the beginning
  Page signIn(String person, String language, String path) {
    return signIn(newContext(language), address() + path, person);
  }

  /// A browser of its own: no cookies, the window 1440 by 900, the time zone Shanghai's.
  BrowserContext newContext(String language) {
    return newContext(new Browser.NewContextOptions().setLocale(language));
  }

  /// As [#newContext(String)], with more said about the browser.
  BrowserContext newContext(Browser.NewContextOptions options) {
    return chromium
        .browser()
        .newContext(
            options
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(Screens.WIDE.width(), Screens.WIDE.height()));
  }

  /// Opens the address in a new tab and signs in where Keycloak asks.
  static Page signIn(BrowserContext context, String address, String person) {
    var page = context.newPage();
    page.navigate(address);
    fillSignIn(page, person);
    assertThat(page.locator("#account-person")).isVisible();
    return page;
  }

  /// Fills Keycloak's form, where the page shows it.
  static void fillSignIn(Page page, String person) {
    page.locator("#username").fill(person);
    page.locator("#password").fill(DemoRealm.PASSWORD);
    page.locator("#kc-login").click();
  }
}
