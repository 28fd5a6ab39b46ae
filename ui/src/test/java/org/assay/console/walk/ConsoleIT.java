package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assay.console.walk.Hands.choose;
import static org.assay.console.walk.Hands.confirm;
import static org.assay.console.walk.Screens.shoot;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Walks the packaged console in a real browser with a real sign-in, against a server that answers
/// from memory.
class ConsoleIT {
  private static Walk walk;
  private Town town;

  @BeforeAll
  static void open() {
    walk = Walk.shared();
  }

  @BeforeEach
  void settle() {
    town = walk.settle();
  }

  @Test
  void aReviewerReadsTheEvidenceAndDecides() {
    var page = walk.signIn("ravi", "en-GB", "inbox");
    assertThat(page.locator("#inbox-grid")).containsText("loan-approval v1");
    shoot(page, "inbox");
    page.locator("#review-loan-approval-1").click();
    assertThat(page.locator("#review-reason")).containsText("40 % fewer");
    assertThat(page.locator("#approve")).isDisabled();
    shoot(page, "review");
    page.setViewportSize(1360, 1900);
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
    confirm(page);
    assertThat(page.locator("#review-blocked")).containsText("one person, one vote");
    assertThat(page.locator("#decisions")).containsText("ravi");
    shoot(page, "decided");
  }

  @Test
  void anOwnerUploadsSealsAndWritesTheCard() {
    var page = walk.signIn("olivia", "en-GB", "models");
    page.locator("#model-loan-approval").click();
    shoot(page, "model");
    page.locator("#version-2").click();
    assertThat(page.locator("#files-upload")).isVisible();
    page.locator("#files-upload input[type=file]")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("model.onnx", "application/octet-stream", new byte[300_000]),
              new FilePayload("weights.exe", "application/octet-stream", new byte[10])
            });
    assertThat(page.locator("#files")).containsText("model.onnx");
    assertThat(page.locator("#refusal")).containsText("not a file a model may have");
    assertThat(page.locator("#refusal")).containsText("What to do: Upload model.onnx");
    shoot(page, "upload-refused");
    page.locator("#refusal-close").click();
    page.locator("#seal").click();
    confirm(page);
    assertThat(page.locator("#version-digest")).hasText(Samples.DIGEST);
    page.locator("#tab-card").click();
    page.locator("#card-description textarea").fill("Trees that pre-sort applications.");
    page.locator("#card-save").click();
    assertThat(page.locator("#card-completeness")).hasText("1 of 7 fields written");
    page.locator("#tab-assessment").click();
    shoot(page, "plan");
  }

  @Test
  void aMappingIsProposedAndAMistakeInItIsNamed() {
    var page = signIn("olivia", "en-GB");
    page.navigate(walk.address() + "models/loan-approval/versions/2/files");
    page.locator("#files-upload input[type=file]")
        .setInputFiles(new FilePayload("model.onnx", "application/octet-stream", new byte[10]));
    page.locator("#seal").click();
    confirm(page);
    page.locator("#tab-assessment").click();
    choose(page, "plan-dataset", "boston-mortgages");
    choose(page, "plan-label", "deny");
    page.locator("#plan-favourable input").fill("no");
    choose(page, "plan-protected", "afam");
    page.keyboard().press("Escape");
    page.locator("#plan-propose").click();
    var mapping = page.locator("#plan-mapping textarea");
    assertThat(mapping).hasValue(Pattern.compile(".*float_input.*probabilities.*", Pattern.DOTALL));
    mapping.fill(mapping.inputValue().replace("pirat", "pirrat"));
    page.locator("#plan-start").click();
    assertThat(page.locator("#plan-mapping")).containsText("The dataset has no column pirrat.");
    shoot(page, "plan-mistake");
  }

  @Test
  void anAdministratorReleasesAndStops() {
    town.approve();
    var page = signIn("ada", "en-GB");
    page.navigate(walk.address() + "models/loan-approval/versions/1/release");
    page.locator("#release-purposes input").fill("pre-sorting");
    shoot(page, "release-form");
    page.locator("#release").click();
    confirm(page);
    assertThat(page.locator("#release-state")).hasText("live");
    assertThat(page.locator("#example-curl")).containsText("/v2/models/loan-approval/infer");
    shoot(page, "released");
    page.locator("#stop").click();
    assertThat(page.locator("#stop-confirm")).isDisabled();
    page.locator("#stop-reason textarea").fill("Drift in rural counties.");
    shoot(page, "stop");
    page.locator("#stop-confirm").click();
    assertThat(page.locator("#release-state")).hasText("stopped");
    page.locator("#nav-releases").click();
    assertThat(page.locator("#releases")).containsText("loan-approval v1");
    shoot(page, "releases");
  }

  @Test
  void aRefusalIsToldWithItsRemedy() {
    var page = walk.signIn("olivia", "en-GB", "models");
    page.locator("#register-model").click();
    page.locator("#register-name input").fill("loan-approval");
    page.locator("#register-purpose textarea").fill("The same again.");
    shoot(page, "register");
    page.locator("#register-name input").press("Enter");
    assertThat(page.locator("#refusal")).containsText("exists already");
    assertThat(page.locator("#refusal")).containsText("What to do: Choose another name");
    shoot(page, "refused");
  }

  @Test
  void anAuditorReadsTheRecordAndOthersDoNot() {
    var page = walk.signIn("audrey", "en-GB", "audit");
    assertThat(page.locator("#audit")).containsText("version.submitted");
    page.locator("#audit-actor input").fill("olivia");
    page.locator("#audit-filter").click();
    page.waitForURL(Pattern.compile(".*actor=olivia"));
    shoot(page, "audit");
    var other = signIn("olivia", "en-GB");
    other.navigate(walk.address() + "audit");
    assertThat(other.locator("#message-page")).containsText("Not open to you");
    assertThat(other.locator("#message-page"))
        .containsText("The page is for: administrator, auditor. You have: owner.");
    other.navigate(walk.address() + "models/nothing-here");
    assertThat(other.locator("#message-page")).containsText("There is no model nothing-here.");
    shoot(other, "not-found");
  }

  @Test
  void aReaderOfChineseReadsChinese() {
    var page = walk.signIn("rosa", "zh-CN", "inbox");
    assertThat(page.locator("#nav-inbox")).containsText("待审事项");
    page.locator("#review-loan-approval-1").click();
    assertThat(page.locator("#approve")).hasText("批准");
    shoot(page, "review-zh");
    page.locator("#language").click();
    page.locator("#language-en").click();
    assertThat(page.locator("#approve")).hasText("Approve");
  }

  @Test
  void aDatasetIsShownWithItsColumns() {
    var page = signIn("ravi", "en-GB");
    page.locator("#nav-datasets").click();
    page.locator("#dataset-boston-mortgages").click();
    assertThat(page.locator("#columns")).containsText("afam");
    page.locator("#show-rows").click();
    assertThat(page.locator("#rows")).containsText("There is nothing at");
    shoot(page, "dataset");
    page.locator("#ask-grant").click();
    assertThat(page.locator("#ask-confirm")).isVisible();
    shoot(page, "ask-grant");
  }

  @Test
  void aClickAfterTheSignInEndedLeadsToTheSignIn() {
    var page = walk.signIn("ravi", "en-GB", "inbox");
    page.context().clearCookies();
    page.locator("#inbox-open").click();
    assertThat(page.locator("#username")).isVisible();
    Walk.fillSignIn(page, "ravi");
    page.waitForURL(walk.address() + "inbox");
    assertThat(page.locator("#inbox-grid")).containsText("loan-approval v1");
  }

  @Test
  void aServerOutOfReachIsTold() {
    walk.server().forget();
    walk.server().on("GET", "/reviews", FakeServer::hangUp);
    var page = signIn("audrey", "en-GB");
    walk.server().on("GET", "/audit/events", FakeServer::hangUp);
    walk.server().on("GET", "/models/([^/]+)", FakeServer::hangUp);
    page.navigate(walk.address() + "models/loan-approval");
    assertThat(page.locator("#message-page")).containsText("The server cannot be reached");
    shoot(page, "away");
  }

  private static Page signIn(String person, String language) {
    return walk.signIn(person, language);
  }
}
