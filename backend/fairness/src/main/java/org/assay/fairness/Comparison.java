package org.assay.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One rate across the groups of an attribute set, ready to be compared, or why it cannot be.
///
/// Compared are the groups that are known and have the minimum of rows. One of these without any
/// denominator makes the comparison undefined, by name; one whose denominator is below the minimum
/// is left out. At least two must remain.
sealed interface Comparison {

  /// At least two proportions, in the order of the groups.
  record Ready(List<Proportion> proportions) implements Comparison {
    public Ready {
      proportions = List.copyOf(proportions);
    }

    Proportion smallest() {
      return ascending().getFirst();
    }

    /// Another group than [#smallest()], also where all rates are equal.
    Proportion largest() {
      return ascending().getLast();
    }

    private List<Proportion> ascending() {
      return proportions.stream().sorted(Comparator.comparingDouble(Proportion::value)).toList();
    }

    double gap() {
      return largest().value() - smallest().value();
    }

    long observations() {
      return proportions.stream().mapToLong(Proportion::trials).sum();
    }
  }

  /// @param measure undefined or suppressed, with the reason
  record Refused(Measure measure) implements Comparison {}

  static Comparison of(Rate rate, List<Group> groups, int minimum) {
    List<Group> known = groups.stream().filter(g -> g.known() && g.occurs()).toList();
    List<Group> large = known.stream().filter(g -> g.hasAtLeast(minimum)).toList();
    if (known.size() < 2) {
      return new Refused(
          new Measure.Undefined(
              "fewer than two groups of %s have rows: there is nothing to compare"
                  .formatted(groups.isEmpty() ? "the attribute" : groups.getFirst().attribute())));
    }
    List<Proportion> proportions = new ArrayList<>();
    for (Group group : large) {
      long trials = rate.trials(group.cells());
      if (trials == 0) {
        return new Refused(
            new Measure.Undefined(
                "%s %s: its %s has no value".formatted(rate.absence(), group.name(), rate.id())));
      }
      if (trials >= minimum) {
        proportions.add(rate.of(group.cells()));
      }
    }
    return proportions.size() < 2
        ? tooFew(rate, known, proportions, minimum)
        : new Ready(proportions);
  }

  private static Refused tooFew(
      Rate rate, List<Group> known, List<Proportion> proportions, int minimum) {
    return new Refused(
        new Measure.Suppressed(
            "%d of %d groups of %s have the minimum of %d observations for %s: two are needed"
                .formatted(
                    proportions.size(),
                    known.size(),
                    known.getFirst().attribute(),
                    Math.max(2, minimum),
                    rate.id()),
            proportions.stream().mapToLong(Proportion::trials).sum()));
  }
}
