package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.assay.devstack.OwnAssay;
import org.junit.jupiter.api.Test;

/// A gigabyte goes from the browser through the console and the server to the file store while
/// both have a quarter of that to live in.
class LargeUploadIT {
  private static final long GIBIBYTE = 1L << 30;
  private static final double MINUTES = 300_000;
  private static final String MODEL = "large-upload";

  @Test
  void aGibibyteIsUploadedThroughProgramsOfAQuarterOfIt() throws Exception {
    OwnAssay assay = RunningAssay.shared();
    for (String part : new String[] {"server", "console"}) {
      org.assertj.core.api.Assertions.assertThat(
              assay.process(part).info().arguments().orElseThrow())
          .contains("-Xmx256m");
    }
    Path weights = weights();
    try (Chromium chromium = Chromium.open()) {
      Page page = begin(chromium.browser(), assay);
      page.locator("#files-upload input[type=file]").setInputFiles(weights);
      assertThat(page.locator("#files"))
          .containsText(
              "weights.bin", new LocatorAssertions.ContainsTextOptions().setTimeout(MINUTES));
      assertThat(page.locator("#files")).containsText("1.0 GiB");
      assertThat(page.locator("#files code")).hasAttribute("title", sha256(weights));
    } finally {
      Files.delete(weights);
    }
  }

  private static Page begin(Browser browser, OwnAssay assay) {
    Page page =
        Walk.signIn(
            browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")),
            assay.console().toString(),
            "olivia");
    page.navigate(assay.console() + "/models");
    page.locator("#register-model").click();
    page.locator("#register-name input").fill(MODEL);
    page.locator("#register-purpose textarea").fill("Shows that size does not matter");
    page.locator("#register-confirm").click();
    page.locator("#begin-version").click();
    page.waitForURL("**/models/" + MODEL + "/versions/1**");
    page.navigate(assay.console() + "/models/" + MODEL + "/versions/1/files");
    return page;
  }

  private static Path weights() throws IOException {
    Path file = Path.of("target", "weights.bin");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(GIBIBYTE);
    }
    return file;
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
