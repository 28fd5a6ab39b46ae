package org.assay.console.walk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/// The shared [Walk] as the work pages' tests use it: a page in any look, each picture taken only
/// of a page that axe finds nothing grave on.
final class OpenHouse {
  private static final OpenHouse SHARED = new OpenHouse(Walk.shared());

  private final Walk walk;

  private OpenHouse(Walk walk) {
    this.walk = walk;
  }

  static OpenHouse shared() {
    return SHARED;
  }

  /// Every answer as at the beginning; what a test answers itself comes afterwards.
  void settle() {
    walk.settle();
  }

  FakeServer server() {
    return walk.server();
  }

  String address(String path) {
    return walk.address() + path;
  }

  /// A browser of its own, signed in, on the page.
  Page enter(String person, String language, String path) {
    return enter(person, language, path, ColorScheme.LIGHT);
  }

  Page enter(String person, String language, String path, ColorScheme scheme) {
    return Walk.signIn(walk.newContext(looking(language, scheme)), address(path), person);
  }

  /// A browser of its own, before the sign-in.
  Page browse(String language, ColorScheme scheme) {
    return walk.newContext(looking(language, scheme)).newPage();
  }

  private static Browser.NewContextOptions looking(String language, ColorScheme scheme) {
    return new Browser.NewContextOptions().setLocale(language).setColorScheme(scheme);
  }

  static void shoot(Page page, String name) {
    Screens.shoot(page, name);
    Accessible.check(page, name);
  }

  static void confirm(Page page) {
    Hands.confirm(page);
  }
}
