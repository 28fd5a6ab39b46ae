package org.assay.console.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What holds for every page: nothing keeps people with a screen reader, a keyboard or weak eyes
/// from it, in light and in dark; and it has a picture for paper.
class EveryPageIT {
  private static final String VERSION = "models/loan-approval/versions/1/";
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
  void aReviewersPagesKeepNobodyOut() {
    var tabs =
        Stream.of(
                "review",
                "card",
                "files",
                "intake",
                "assessment",
                "bias",
                "explanation",
                "gate",
                "release",
                "activity")
            .map(VERSION::concat);
    var pages =
        Stream.of(
            "inbox",
            "inbox?show=open",
            "models",
            "models/loan-approval",
            "datasets",
            "datasets/" + Samples.DATASET,
            "releases");
    visit(walk.signIn("ravi", "en-GB"), Stream.concat(pages, tabs).toList());
  }

  private static void visit(Page page, List<String> addresses) {
    List<String> violations = new ArrayList<>();
    for (var address : addresses) {
      page.navigate(walk.address() + address);
      assertThat(page.locator("main#content > *").first()).isVisible();
      assertThat(page.locator("#message-page")).hasCount(0);
      violations.addAll(Accessible.violations(page, address));
      Screens.print(page, address.replaceAll("[^a-z]+", "-").replaceAll("-+$", ""));
    }
    assertThat(violations).isEmpty();
  }
}
