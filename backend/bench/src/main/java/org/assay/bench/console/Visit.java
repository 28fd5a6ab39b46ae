package org.assay.bench.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// One load of a page by its address, until nothing more is asked of the console.
///
/// @param serverMillis time the console took for the document and all calls of the page's own: from
///     a request's last byte to its answer's first; files that a browser keeps are left out
record Visit(double serverMillis) {
  private static final Set<String> KEPT = Set.of("script", "stylesheet", "image", "font", "other");

  static Visit to(Page page, String address) {
    List<Request> requests = new CopyOnWriteArrayList<>();
    page.onRequestFinished(requests::add);
    page.navigate(address);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    double millis =
        requests.stream()
            .filter(request -> !KEPT.contains(request.resourceType()))
            .mapToDouble(request -> Math.max(0, waited(request)))
            .sum();
    return new Visit(millis);
  }

  private static double waited(Request request) {
    return request.timing().responseStart - request.timing().requestStart;
  }
}
