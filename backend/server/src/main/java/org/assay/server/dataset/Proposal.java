package org.assay.server.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.assay.api.datasets.Sensitivity;

/// What a column seems to be, and why: a start for the owner, who decides.
///
/// @param because one sentence; it never quotes a value
record Proposal(Sensitivity sensitivity, String because) {
  private static final int FEWEST_FOR_UNIQUE = 20;

  /// @param values a sample of the column's values as text, missing ones left out
  static Proposal of(String name, String type, List<String> values) {
    ColumnKind kind = ColumnKind.admitted(type);
    return ValueDetector.first(kind, values)
        .or(() -> NameDetector.first(name))
        .or(() -> unique(kind, values))
        .or(() -> date(kind))
        .orElse(
            new Proposal(Sensitivity.PLAIN, "Neither its name nor its values point to a person."));
  }

  private static Optional<Proposal> unique(ColumnKind kind, List<String> values) {
    if (kind != ColumnKind.TEXT || values.size() < FEWEST_FOR_UNIQUE) {
      return Optional.empty();
    }
    if (new HashSet<>(values).size() < values.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Proposal(
            Sensitivity.IDENTIFIER,
            "No text occurs twice in the %d values looked at.".formatted(values.size())));
  }

  private static Optional<Proposal> date(ColumnKind kind) {
    return kind == ColumnKind.DATE
        ? Optional.of(
            new Proposal(
                Sensitivity.QUASI_IDENTIFIER,
                "It holds dates, which together with other columns can single out a person."))
        : Optional.empty();
  }
}
