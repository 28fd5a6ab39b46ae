package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.assay.devstack.DemoRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A reviewer's day: the queue, claims, what colleagues do meanwhile, and work by keyboard alone.
class ReviewDayIT {
  private static final int MOST_TABS = 80;
  /// Whether the focused element, seen through all shadows, lies in elements that match the parts,
  /// from the outside inwards.
  private static final String FOCUS_IN =
      """
      parts => {
        let at = document.activeElement;
        while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
        const wanted = [...parts].reverse();
        while (at && wanted.length) {
          if (at.matches && at.matches(wanted[0])) wanted.shift();
          at = at.parentElement || at.assignedSlot || (at.getRootNode().host ?? null);
        }
        return wanted.length === 0;
      }
      """;

  private static OpenHouse house;

  @BeforeAll
  static void open() {
    house = OpenHouse.shared();
  }

  @BeforeEach
  void settle() {
    house.settle();
    new Desk().settle(house.server());
  }

  @Test
  void theQueueSaysWhatIsOverdueAndWhoReadsWhat() {
    var page = house.enter("ravi", "en-GB", "inbox?show=open");
    var grid = page.locator("#open-reviews-grid");
    assertThat(grid).containsText("1 d overdue");
    assertThat(grid).containsText("in 4 h");
    assertThat(grid).containsText("rosa");
    assertThat(grid).containsText("The gate is blocked");
    OpenHouse.shoot(page, "queue");
    page.locator("#claim-loan-approval-1").click();
    assertThat(page.locator("#unclaim-loan-approval-1")).isVisible();
    page.locator("#unclaim-loan-approval-1").click();
    assertThat(page.locator("#claim-loan-approval-1")).isVisible();
  }

  @Test
  void aDecisionAppearsAtAColleagueWithoutReloadAndLosesNothingTyped() {
    var ravi = house.enter("ravi", "en-GB", "models/loan-approval/versions/1/review");
    var rosa = house.enter("rosa", "en-GB", "models/loan-approval/versions/1/review");
    var queue = house.enter("audrey", "en-GB", "inbox?show=open");
    assertThat(queue.locator("#open-reviews-grid")).containsText("loan-approval v1");
    rosa.locator("#decision-reason textarea").fill("Half a sentence of mine");
    rosa.locator("#comment-text textarea").fill("A remark not sent yet");
    ravi.locator("#comment-text textarea").fill("The gap is as in version 0.");
    ravi.locator("#comment-send").click();
    assertThat(rosa.locator("#comments")).containsText("The gap is as in version 0.");
    ravi.locator("#decision-reason textarea").fill("Evidence read.");
    ravi.locator("#approve").click();
    OpenHouse.confirm(ravi);
    assertThat(ravi.locator("#decisions")).containsText("ravi");
    assertThat(rosa.locator("#review-votes")).hasText("1 of 2");
    assertThat(rosa.locator("#votes-hidden")).containsText("1 vote(s) are cast");
    assertThat(rosa.locator("#decision-reason textarea")).hasValue("Half a sentence of mine");
    assertThat(rosa.locator("#comment-text textarea")).hasValue("A remark not sent yet");
    assertThat(queue.locator("#open-reviews-grid")).containsText("open, 1 of 2");
    OpenHouse.shoot(rosa, "review-half-voted");
    rosa.locator("#approve").click();
    OpenHouse.confirm(rosa);
    assertThat(rosa.locator("#decisions")).containsText("ravi");
    assertThat(ravi.locator("#version-stage")).hasAttribute("data-stage", "APPROVED");
    assertThat(ravi.locator("#review-closed")).containsText("approved");
    assertThat(queue.locator("#review-loan-approval-1")).isHidden();
  }

  @Test
  void anApprovalIsDoneByKeyboardAlone() {
    var page = house.browse("en-GB", ColorScheme.DARK);
    page.navigate(house.address("inbox"));
    tabTo(page, "#username");
    page.keyboard().type("ravi");
    tabTo(page, "#password");
    page.keyboard().type(DemoRealm.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator("#inbox-grid")).containsText("loan-approval v1");
    tabTo(page, "#inbox-grid tbody td");
    page.keyboard().press("End");
    page.keyboard().press("Home");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    OpenHouse.shoot(page, "inbox-dark");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/models/loan-approval/versions/1/review"));
    tabTo(page, "#decision-reason");
    page.keyboard().type("Audit and explanation read; the gap is explained.");
    tabTo(page, "#approve");
    page.keyboard().press("Enter");
    assertThat(page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]"))
        .isVisible();
    tabTo(page, "vaadin-button[slot=confirm-button]");
    page.keyboard().press("Enter");
    assertThat(page.locator("#decisions")).containsText("ravi");
    assertThat(page.locator("#review-blocked")).containsText("one person, one vote");
  }

  @Test
  void theReviewReadsInChineseAndInTheDark() {
    var page =
        house.enter("ravi", "zh-CN", "models/fraud-screen/versions/1/review", ColorScheme.DARK);
    assertThat(page.locator("#approval-blocked")).isVisible();
    page.locator("#decision-reason textarea").fill("理由");
    assertThat(page.locator("#approve")).isDisabled();
    assertThat(page.locator("#reject")).isEnabled();
    OpenHouse.shoot(page, "review-zh-dark");
  }

  /// Presses Tab until the focus lies in the element, wherever in its shadow.
  private static void tabTo(Page page, String selector) {
    var parts = selector.split(" ", -1);
    for (var i = 0; i < MOST_TABS; i++) {
      if ((boolean) page.evaluate(FOCUS_IN, List.of(parts))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    fail("the keyboard does not reach " + selector);
  }
}
