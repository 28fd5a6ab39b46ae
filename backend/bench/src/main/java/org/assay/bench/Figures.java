package org.assay.bench;

import java.util.List;
import java.util.Locale;

/// Measurements as lines of text.
final class Figures {
  private static final double FEW = 10;

  private Figures() {}

  static String table(List<Measured> all) {
    StringBuilder text = new StringBuilder();
    for (Measured one : all) {
      text.append("  %-52s %s%n".formatted(one.load().name(), speed(one)));
      text.append(
          "  %-52s %s times the time of the first%n"
              .formatted("", spread(one.timesTheLimit(), "%.2f")));
    }
    return text.toString();
  }

  /// A rate where there are many in a second, else the time for one.
  private static String speed(Measured one) {
    Summary rate = one.unitsASecond();
    return rate.median() >= FEW
        ? spread(rate, "%,.0f") + " " + one.load().unit() + "s/s"
        : spread(one.secondsForOne(), "%.3f") + " s/" + one.load().unit();
  }

  private static String spread(Summary summary, String format) {
    String all = String.join(" … ", List.of(format, format, format));
    return String.format(Locale.ROOT, all, summary.min(), summary.median(), summary.max());
  }
}
