package org.assay.bench.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.bench.Summary;
import org.assay.devstack.DemoRealm;
import org.assay.devstack.OwnAssay;

/// The whole of Assay, started for this alone, with 10,000 models and 100,000 events: how long the
/// console works on each page, beside the limit of 300 ms, and what a session holds, beside 5 MB.
public final class ConsoleBench {
  public static final String NAME = "console";

  private static final double LIMIT_MILLIS = 300;
  private static final double LIMIT_MEGABYTES = 5;
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 9;
  private static final int SESSIONS = 20;
  private static final double MEGABYTE = 1_000_000;
  private static final List<String> CHROMIUM =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /// Addresses by the person who opens them.
  private static final Map<String, List<String>> PAGES =
      Map.of(
          "ada",
          List.of(
              "",
              "models",
              "models?q=region%207&sort=OWNER",
              "models/model-05000",
              "models/model-05000/versions/1/card",
              "models/model-05000/versions/1/activity",
              "versions",
              "releases",
              "datasets",
              "jobs"),
          "ravi",
          List.of("inbox", "inbox?show=open"),
          "audrey",
          List.of("audit", "audit?model=model-00042", "audit?actor=ravi&action=review.voted"));

  private final PrintStream out;
  private final OwnAssay assay;
  private final Browser browser;

  private ConsoleBench(PrintStream out, OwnAssay assay, Browser browser) {
    this.out = out;
    this.assay = assay;
    this.browser = browser;
  }

  /// Starts Assay on ports of its own, fills it, measures and ends it.
  public static void run(PrintStream out) {
    try (Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
      OwnAssay assay =
          OwnAssay.start(
              Path.of("").toAbsolutePath(),
              Files.createTempDirectory("assay-bench-console"),
              Map.of());
      FullHouse.fill(assay.database());
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Path.of("/usr/bin/chromium"))
                      .setArgs(CHROMIUM));
      ConsoleBench bench = new ConsoleBench(out, assay, browser);
      bench.pages();
      bench.sessions();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot fill the database", e);
    }
  }

  private void pages() {
    out.printf(
        Locale.ROOT,
        "%nconsole: server time of a page with %,d models, %,d versions, %,d events;"
            + " smallest … median … largest of %d loads; limit %.0f ms%n",
        FullHouse.MODELS,
        3 * FullHouse.MODELS,
        FullHouse.EVENTS,
        ROUNDS,
        LIMIT_MILLIS);
    PAGES.forEach(
        (person, addresses) -> {
          Page page = signIn(person);
          for (String address : addresses) {
            tell("/" + address + " (" + person + ")", measure(page, at(address)));
          }
          page.context().close();
        });
  }

  private static Summary measure(Page page, String address) {
    double[] millis = new double[ROUNDS];
    for (int i = -WARM_UPS; i < ROUNDS; i++) {
      double taken = Visit.to(page, address).serverMillis();
      if (i >= 0) {
        millis[i] = taken;
      }
    }
    return Summary.of(millis);
  }

  private void tell(String name, Summary millis) {
    out.printf(
        Locale.ROOT,
        "  %-52s %.0f … %.0f … %.0f ms, %.2f times the limit%n",
        name,
        millis.min(),
        millis.median(),
        millis.max(),
        millis.median() / LIMIT_MILLIS);
  }

  private void sessions() {
    long pid = assay.process(NAME).pid();
    long before = Heap.live(pid);
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      Page page = signIn("ravi");
      for (String address : PAGES.getOrDefault("ada", List.of())) {
        page.navigate(at(address));
      }
      page.navigate(at("inbox"));
      pages.add(page);
    }
    double each = (Heap.live(pid) - before) / MEGABYTE / SESSIONS;
    out.printf(
        Locale.ROOT,
        "%nconsole: live heap for each of %d sessions after %d pages: %.1f MB, limit %.0f MB%n",
        pages.size(),
        PAGES.getOrDefault("ada", List.of()).size() + 1,
        each,
        LIMIT_MEGABYTES);
  }

  private Page signIn(String person) {
    Page page = browser.newContext().newPage();
    page.navigate(at(""));
    page.locator("#username").fill(person);
    page.locator("#password").fill(DemoRealm.PASSWORD);
    page.locator("#kc-login").click();
    page.locator("#account-person").waitFor();
    return page;
  }

  private String at(String address) {
    return URI.create(assay.console() + "/" + address).toString();
  }
}
