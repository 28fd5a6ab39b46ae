package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.Sensitivity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Datasets, grants, models and releases as lists to work in.
class DataDayIT {
  private static final String DATASET = "datasets/" + Samples.DATASET;
  private static OpenHouse house;

  @BeforeAll
  static void open() {
    house = OpenHouse.shared();
  }

  @BeforeEach
  void settle() {
    house.settle();
  }

  @Test
  void aGrantIsAskedForWithMasksOfOnesOwnChoice() {
    var vault = new Vault(true);
    vault.settle(house.server());
    var page = house.enter("ravi", "en-GB", DATASET);
    page.locator("#ask-grant").click();
    assertThat(page.locator("#masked-afam")).hasText("p-5f2c9a70");
    choose(page, "#mask-afam", "partly starred");
    assertThat(page.locator("#masked-afam")).hasText("K*****e");
    OpenHouse.shoot(page, "ask-grant-masks");
    page.locator("#ask-reason textarea").fill("To check the gap by hand.");
    page.locator("#ask-confirm").click();
    assertThat(page.locator("#ask-dialog")).hasCount(0);
    assertEquals(Map.of("afam", Mask.PARTIAL), vault.askedFor());
  }

  @Test
  void grantsAreDecidedFromOnePlaceWithAReason() {
    new Vault(true).settle(house.server());
    var page = house.enter("olivia", "en-GB", "datasets");
    page.locator("#to-grants").click();
    page.locator("#grants-to_decide").click();
    page.waitForURL(Pattern.compile(".*scope=TO_DECIDE"));
    assertThat(page.locator("#all-grants")).containsText("ravi");
    OpenHouse.shoot(page, "grants-to-decide");
    page.locator("#approve-grant").click();
    page.locator("#grant-reason textarea").fill("Part of the model review.");
    page.locator("#grant-confirm").click();
    assertThat(page.locator("#approve-grant")).isHidden();
    page.locator("#grants-given").click();
    assertThat(page.locator("#all-grants")).containsText("5 d left");
    OpenHouse.shoot(page, "grants-given");
    var dark = house.enter("rosa", "zh-CN", "grants", ColorScheme.DARK);
    assertThat(dark.locator("#all-grants")).containsText("剩 5 天");
    OpenHouse.shoot(dark, "grants-zh-dark");
  }

  @Test
  void columnsAreClassifiedByKeyboard() {
    var vault = new Vault(false);
    vault.settle(house.server());
    var page = house.enter("olivia", "en-GB", DATASET);
    page.locator("#sensitivity-deny").click();
    page.keyboard().press("Escape");
    page.keyboard().press("Tab");
    page.keyboard().press("ArrowDown");
    page.locator("vaadin-select-item[focused]").waitFor();
    page.keyboard().press("Home");
    page.keyboard().press("Enter");
    assertThat(page.locator("#sensitivity-pirat")).containsText("identifier");
    OpenHouse.shoot(page, "classification");
    page.locator("#confirm-classification").click();
    OpenHouse.confirm(page);
    assertThat(page.locator("vaadin-notification-card")).containsText("confirmed");
    assertEquals(Sensitivity.IDENTIFIER, vault.classified().get("pirat"));
  }

  @Test
  void whoReadTheDataIsSaidToItsOwner() {
    new Vault(true).settle(house.server());
    var page = house.enter("olivia", "en-GB", DATASET);
    page.locator("#tab-reads").click();
    assertThat(page.locator("#reads")).containsText("Read 20 row(s) for assessment: deny, pirat");
    OpenHouse.shoot(page, "reads");
    var other = house.enter("ravi", "en-GB", DATASET);
    assertThat(other.locator("#columns")).containsText("afam");
    assertThat(other.locator("#tab-reads")).hasCount(0);
  }

  @Test
  void releasesAreFilteredAndSuspendedFromTheList() {
    new Live().settle(house.server());
    var page = house.enter("ada", "en-GB", "releases");
    assertThat(page.locator("#releases")).containsText("8 d left");
    assertThat(page.locator("#releases .sparkline")).hasCount(2);
    OpenHouse.shoot(page, "releases");
    page.locator("#suspend-loan-approval-1").click();
    page.locator("#suspend-reason textarea").fill("Complaints.");
    page.locator("#suspend-confirm").click();
    assertThat(page.locator("#releases")).containsText("suspended");
    page.navigate(house.address("releases?state=EXPIRED"));
    assertThat(page.locator("#releases")).containsText("No release fits");
    OpenHouse.shoot(page, "releases-empty");
  }

  @Test
  void modelsAreSortedInTheAddressAndChangedByTheirOwner() {
    var page = house.enter("olivia", "en-GB", "models?tier=HIGH");
    page.locator("#models vaadin-grid-sorter")
        .filter(new Locator.FilterOptions().setHasText("Owner"))
        .click();
    page.waitForURL(Pattern.compile("(?=.*tier=HIGH)(?=.*sort=OWNER).*"));
    OpenHouse.shoot(page, "models");
    house.settle();
    house.server().on("PUT", "/models/loan-approval", FakeServer::hangUp);
    page.navigate(house.address("models/loan-approval"));
    page.locator("#choose-1").click();
    assertThat(page.locator("#compare-chosen")).isDisabled();
    page.locator("#choose-2").click();
    assertThat(page.locator("#compare-chosen")).isEnabled();
    OpenHouse.shoot(page, "model");
    page.locator("#compare-chosen").click();
    assertThat(page.locator("#diff-digests")).isVisible();
    page.goBack();
    page.locator("#change-model").click();
    page.locator("#change-purpose textarea").fill("A purpose half written");
    page.locator("#change-confirm").click();
    assertThat(page.locator("#refusal")).containsText("cannot be reached");
    assertThat(page.locator("#change-purpose textarea")).hasValue("A purpose half written");
  }

  private static void choose(Page page, String select, String item) {
    page.locator(select).click();
    page.locator(select + " vaadin-select-item")
        .filter(new Locator.FilterOptions().setHasText(item))
        .first()
        .click();
  }
}
