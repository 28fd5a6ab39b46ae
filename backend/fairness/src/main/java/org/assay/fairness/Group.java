package org.assay.fairness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows that share a value of an attribute, or of every attribute of an intersection.
///
/// @param digits one per attribute, see [Attribute#digit(int)]
/// @param known false where any of the attributes is unknown
record Group(String attribute, String value, List<Integer> digits, boolean known, Cells cells) {

  Group {
    digits = List.copyOf(digits);
  }

  boolean occurs() {
    return cells.n() > 0;
  }

  /// One row is no group, whatever minimum is asked for.
  boolean hasAtLeast(int minimum) {
    return cells.n() >= Math.max(2, minimum);
  }

  /// "attribute=value", as messages and reference metrics name it.
  String name() {
    return attribute + "=" + value;
  }

  GroupResult result(int minimum, double level) {
    Map<String, Measure> rates = new LinkedHashMap<>();
    for (Rate rate : Rate.values()) {
      rates.put(rate.id(), measure(rate, minimum, level));
    }
    return new GroupResult(
        attribute, value, cells.n(), cells.tp(), cells.fp(), cells.fn(), cells.tn(), rates);
  }

  /// A group below the minimum is suppressed; a rate over nothing is undefined; a rate over fewer
  /// observations than the minimum is suppressed.
  private Measure measure(Rate rate, int minimum, double level) {
    if (!hasAtLeast(minimum)) {
      return suppressed("the group %s has".formatted(name()), cells.n(), minimum, "rows");
    }
    long trials = rate.trials(cells);
    if (trials == 0) {
      return new Measure.Undefined(rate.absence());
    }
    if (trials < minimum) {
      return suppressed(
          "%s of the group %s rests on".formatted(rate.id(), name()),
          trials,
          minimum,
          "observations");
    }
    Proportion proportion = rate.of(cells);
    return new Measure.Defined(proportion.value(), WilsonInterval.of(proportion, level), trials);
  }

  private static Measure suppressed(String what, long count, int minimum, String unit) {
    return new Measure.Suppressed(
        "%s %d %s, fewer than the minimum of %d"
            .formatted(what, count, unit, count == 1 ? Math.max(2, minimum) : minimum),
        count);
  }
}
