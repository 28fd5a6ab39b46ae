package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.assay.devstack.OwnAssay;
import org.assay.devstack.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two people and a browser walk the whole line, from an upload to an answer that is refused.
class WholeLineIT {
  private static final Path DEMO =
      RunningAssay.ROOT.resolve("backend/demo/src/main/resources/demo");
  private static final Path MODEL = DEMO.resolve("models/mortgage-approval-logistic");
  private static final double MINUTES = 120_000;
  private static final String MODEL_NAME = "browser-walk";
  private static final String BODY =
      """
      {"inputs":[{"name":"float_input","datatype":"FP32","shape":[1,11],
      "data":[0.265,0.265,0.921875,2,2,0,3.2,0,0,0,1]}]}""";

  private static OwnAssay assay;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    assay = RunningAssay.shared();
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void aModelGoesFromUploadToServingOnlyThroughAnotherPersonsReview() throws Exception {
    Page olivia = signIn("olivia");
    bringData(olivia);
    bringModel(olivia);
    examine(olivia);
    submit(olivia);
    approve(signIn("ravi"));
    Page ada = signIn("ada");
    release(ada);
    awaitAnswer(200);
    stop(ada);
    awaitAnswer(409);
    readRecord(signIn("audrey"));
  }

  private static void bringData(Page page) {
    page.navigate(at("datasets"));
    page.locator("#add-dataset").click();
    page.locator("#dataset-name input").fill(MODEL_NAME + "-data");
    page.locator("#dataset-description textarea").fill("Boston mortgage applications of 1990");
    page.locator("#dataset-confirm").click();
    page.locator("#dataset-upload input[type=file]")
        .setInputFiles(DEMO.resolve("hmda-heldout.csv"));
    page.locator("#confirm-classification").click();
    page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
    assertThat(page.locator("#confirm-classification")).hasCount(0);
    shoot(page, "line-01-dataset");
  }

  private static void bringModel(Page page) throws IOException {
    page.navigate(at("models"));
    page.locator("#register-model").click();
    page.locator("#register-name input").fill(MODEL_NAME);
    page.locator("#register-purpose textarea").fill("Sorts mortgage applications");
    page.locator("#register-confirm").click();
    page.locator("#begin-version").click();
    page.waitForURL(Pattern.compile(".*/models/" + MODEL_NAME + "/versions/1.*"));
    page.navigate(version("card"));
    fillCard(page);
    page.locator("#card-save").click();
    page.navigate(version("files"));
    page.locator("#files-upload input[type=file]").setInputFiles(MODEL.resolve("model.onnx"));
    assertThat(page.locator("#files")).containsText("model.onnx");
    page.locator("#seal").click();
    page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
    assertThat(page.locator("#version-digest")).isVisible();
    shoot(page, "line-02-sealed");
  }

  private static void fillCard(Page page) throws IOException {
    String card = Files.readString(MODEL.resolve("card.json"));
    var field = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(card);
    while (field.find()) {
      page.locator("#card-" + field.group(1) + " textarea, #card-" + field.group(1) + " input")
          .first()
          .fill(field.group(2).replace("\\n", "\n").replace("\\\"", "\""));
    }
  }

  private static void examine(Page page) throws IOException {
    page.navigate(version("assessment"));
    assertThat(page.locator("#step-intake")).hasAttribute("data-state", "PASSED", inMinutes());
    pick(page, "#plan-dataset", MODEL_NAME + "-data");
    pick(page, "#plan-label", "deny");
    page.locator("#plan-favourable input").fill("no");
    pick(page, "#plan-protected", "afam");
    pick(page, "#plan-protected", "single");
    page.keyboard().press("Escape");
    page.locator("#plan-mapping textarea").fill(mapping());
    shoot(page, "line-03-plan");
    page.locator("#plan-start").click();
    assertThat(page.locator("#step-gate")).hasAttribute("data-state", "PASSED", inMinutes());
    shoot(page, "line-04-assessed");
  }

  private static void submit(Page page) {
    page.navigate(version("review"));
    page.locator("#submit-reason textarea").fill("Replaces the paper checklist.");
    page.locator("#submit").click();
    assertThat(page.locator("#review-reason")).containsText("paper checklist");
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (page.locator("#review-blocked").count() == 0 && Instant.now().isBefore(limit)) {
      page.navigate(version("review"));
      page.waitForTimeout(1_000);
    }
    assertThat(page.locator("#review-blocked")).isVisible();
    assertThat(page.locator("#approve")).hasCount(0);
    shoot(page, "line-05-own-version");
  }

  private static void approve(Page page) {
    page.locator("#nav-inbox").click();
    assertThat(page.locator("#inbox-grid")).containsText(MODEL_NAME);
    shoot(page, "line-06-inbox");
    page.locator("#review-" + MODEL_NAME + "-1").click();
    for (String tab : new String[] {"bias", "explanation", "gate"}) {
      page.navigate(version(tab));
      assertThat(page.locator(".tab-content")).not().isEmpty();
      shoot(page, "line-07-" + tab);
    }
    page.navigate(version("review"));
    assertThat(page.locator("#review-reason")).containsText("paper checklist");
    page.locator("#decision-reason textarea").fill("The gate is open and the card is honest.");
    shoot(page, "line-08-decide");
    page.locator("#approve").click();
    page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
    assertThat(page.locator("#decisions")).containsText("ravi");
    shoot(page, "line-09-approved");
  }

  private static void release(Page page) {
    page.navigate(version("release"));
    page.locator("#release").click();
    page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
    assertThat(page.locator("#example-curl")).containsText("/v2/models/" + MODEL_NAME);
    shoot(page, "line-10-released");
  }

  private static void stop(Page page) {
    page.navigate(version("release"));
    page.locator("#stop").click();
    page.locator("#stop-reason textarea").fill("End of the walk");
    page.locator("#stop-confirm").click();
    assertThat(page.locator("#stop")).hasCount(0);
    shoot(page, "line-11-stopped");
  }

  private static void readRecord(Page page) {
    page.navigate(at("audit?model=" + MODEL_NAME));
    for (String action :
        new String[] {
          "model.registered",
          "version.sealed",
          "intake.completed",
          "bias-audit.completed",
          "explanation.completed",
          "gate.decided",
          "release.revoked"
        }) {
      assertThat(page.locator("body")).containsText(action);
    }
    shoot(page, "line-12-record");
  }

  /// Serving takes at most five seconds to follow; the first load of a model a little more.
  private static void awaitAnswer(int expected) throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(Duration.ofSeconds(expected == 200 ? 30 : 5));
    int status = infer();
    while (status != expected && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      status = infer();
    }
    org.assertj.core.api.Assertions.assertThat(status).isEqualTo(expected);
  }

  private static int infer() throws IOException, InterruptedException {
    String token = new Tokens(assay.keycloak().resolve("/realms/assay")).service("assay-app");
    HttpRequest request =
        HttpRequest.newBuilder(assay.serving().resolve("/v2/models/" + MODEL_NAME + "/infer"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  private static String mapping() throws IOException {
    String plan = Files.readString(MODEL.resolve("plan.json"));
    int begin = plan.indexOf('{', plan.indexOf("\"mapping\""));
    int depth = 0;
    for (int i = begin; ; i++) {
      depth += plan.charAt(i) == '{' ? 1 : plan.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return plan.substring(begin, i + 1);
      }
    }
  }

  private static void pick(Page page, String combo, String value) {
    page.locator(combo + " input").first().fill(value);
    page.locator("vaadin-combo-box-item, vaadin-multi-select-combo-box-item")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(value))
        .first()
        .click();
  }

  private static LocatorAssertions.HasAttributeOptions inMinutes() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(MINUTES);
  }

  private static Page signIn(String person) {
    var context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale("en-GB")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(1440, 900));
    return Walk.signIn(context, assay.console().toString(), person);
  }

  private static String at(String path) {
    return URI.create(assay.console() + "/" + path).toString();
  }

  private static String version(String tab) {
    return at("models/" + MODEL_NAME + "/versions/1/" + tab);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }
}
