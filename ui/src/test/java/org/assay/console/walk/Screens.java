package org.assay.console.walk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;

/// Pictures of pages, to be looked at: in `target/screenshots`.
final class Screens {
  /// A window's size.
  record Size(int width, int height) {}

  static final Size WIDE = new Size(1440, 900);
  static final Size NARROW = new Size(1024, 768);

  private Screens() {}

  /// Takes the whole page as `<name>.png` and `<name>-dark.png` at 1440 by 900 and as
  /// `<name>-1024.png` at 1024 by 768. The window is as before afterwards.
  static void shoot(Page page, String name) {
    var before = page.viewportSize();
    take(page, NARROW, name + "-1024");
    take(page, WIDE, name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    take(page, WIDE, name + "-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(before.width, before.height);
  }

  /// Takes the page as `<name>-print.png`, as a printer gets it on A4.
  static void print(Page page, String name) {
    var before = page.viewportSize();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    take(page, new Size(794, 1123), name + "-print");
    page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page.setViewportSize(before.width, before.height);
  }

  /// Waits until nothing moves any more, in shadow trees too; what never ends does not count.
  static void settle(Page page) {
    page.evaluate(
        """
        async () => {
          const roots = [document];
          for (const root of roots) {
            for (const each of root.querySelectorAll('*')) {
              if (each.shadowRoot) roots.push(each.shadowRoot);
            }
          }
          await Promise.all(roots.flatMap(root => root.getAnimations())
            .filter(one => one.effect.getComputedTiming().iterations !== Infinity)
            .map(one => one.finished.catch(() => null)));
        }""");
  }

  private static void take(Page page, Size size, String name) {
    page.setViewportSize(size.width(), size.height());
    page.setViewportSize(size.width(), Math.max(size.height(), height(page)));
    settle(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }

  /// How high the window must be to show the whole page: the frame scrolls its content, not itself.
  private static int height(Page page) {
    return ((Number)
            page.evaluate(
                "() => { const main = document.querySelector('main#content');"
                    + " return main ? Math.ceil(main.getBoundingClientRect().top)"
                    + " + main.scrollHeight : 0; }"))
        .intValue();
  }
}
