package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The end of a sign-in, however it comes: a clean sign-in, and back to the same page.
class SessionIT {
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
  void aClickWithoutASessionLeadsToTheSignInAndBack() {
    var page = walk.signIn("audrey", "en-GB", "audit?actor=olivia");
    page.context().clearCookies();
    page.locator("#event-3").click();
    assertThat(page.locator("#username")).isVisible();
    Walk.fillSignIn(page, "audrey");
    assertThat(page.locator("#audit")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*/audit.*actor=olivia"));
  }

  @Test
  void aSessionEndedAtKeycloakEndsHereAndThePageIsFoundAgain() {
    var page = walk.signIn("ada", "en-GB", "jobs?state=FAILED");
    assertThat(page.locator("#jobs")).containsText("ran out of its time");
    walk.keycloak().endSessions("ada");
    page.locator("#nav-models").click();
    assertThat(page.locator("#username")).isVisible();
    Walk.fillSignIn(page, "ada");
    assertThat(page.locator("#account-person")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*/(jobs\\?state=FAILED|models)"));
  }

  @Test
  void aPageThatLooksByItselfLeadsToTheSignInWithoutAClick() {
    var page = walk.signIn("ravi", "en-GB");
    assertThat(page.locator("#tiles")).isVisible();
    page.context().clearCookies();
    assertThat(page.locator("#username")).isVisible();
  }

  @Test
  void signingOutEndsTheOtherBrowserToo() {
    var here = walk.signIn("olivia", "en-GB", "models");
    var there = walk.newContext("en-GB");
    there.addCookies(
        here.context().cookies().stream()
            .map(cookie -> cookie.setUrl(null))
            .filter(cookie -> cookie.path.startsWith("/realms"))
            .toList());
    var other = there.newPage();
    other.navigate(walk.address() + "models");
    assertThat(other.locator("#account-person")).hasText("Olivia Chen");
    signOut(here);
    assertThat(here.locator("#username")).isVisible();
    other.locator("#nav-jobs").click();
    assertThat(other.locator("#username")).isVisible();
  }

  private static void signOut(Page page) {
    page.locator("#account-person").click();
    page.locator("#sign-out").click();
  }
}
