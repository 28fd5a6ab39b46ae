package org.assay.console.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks for what keeps people from using a page, by axe-core.
final class Accessible {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Accessible() {}

  /// Fails when the page has a serious or critical violation, in light or in dark.
  static void check(Page page, String name) {
    assertThat(violations(page, name)).isEmpty();
  }

  /// The serious and critical violations of the page, in light and in dark.
  static List<String> violations(Page page, String name) {
    List<String> found = new ArrayList<>();
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      Screens.settle(page);
      violations(page).forEach(one -> found.add(name + ", " + scheme + ": " + one));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return found;
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(Accessible::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getNodes().stream()
        .map(CheckedNode::getHtml)
        .collect(Collectors.joining("\n  ", rule.getId() + ": " + rule.getHelp() + "\n  ", ""));
  }
}
