package org.assay.fairness;

import java.util.function.ToLongFunction;

/// The rates of a group, each a count over a count.
@SuppressWarnings("ImmutableEnumChecker") // method references without state
enum Rate {
  BASE_RATE("base_rate", Cells::positives, Cells::n, "no rows in group"),
  SELECTION_RATE("selection_rate", Cells::selected, Cells::n, "no rows in group"),
  TPR("tpr", Cells::tp, Cells::positives, "no positives in group"),
  FPR("fpr", Cells::fp, Cells::negatives, "no negatives in group"),
  PPV("ppv", Cells::tp, Cells::selected, "no favourable predictions in group"),
  ACCURACY("accuracy", Cells::correct, Cells::n, "no rows in group");

  private final String id;
  private final ToLongFunction<Cells> successes;
  private final ToLongFunction<Cells> trials;
  private final String absence;

  Rate(String id, ToLongFunction<Cells> successes, ToLongFunction<Cells> trials, String absence) {
    this.id = id;
    this.successes = successes;
    this.trials = trials;
    this.absence = absence;
  }

  String id() {
    return id;
  }

  /// Why the rate has no value where [#trials(Cells)] is 0.
  String absence() {
    return absence;
  }

  long trials(Cells cells) {
    return trials.applyAsLong(cells);
  }

  /// @throws IllegalArgumentException where there are no trials
  Proportion of(Cells cells) {
    return new Proportion(successes.applyAsLong(cells), trials(cells));
  }
}
