package org.assay.policy;

import java.util.ArrayList;
import java.util.List;

/// Runs the cases that a pack carries.
public final class PackCases {
  private PackCases() {}

  /// What came out of one case.
  ///
  /// @param found the control's result over the case's evidence
  public record CaseOutcome(ControlCase example, ControlResult found) {
    /// Whether the control came out as the case says.
    public boolean asExpected() {
      return found.status() == example.expect();
    }

    @Override
    public String toString() {
      return "control %s, case '%s': expected %s, found %s (%s)"
          .formatted(
              found.id(),
              example.name(),
              example.expect().code(),
              found.status().code(),
              found.message());
    }
  }

  /// The outcome of every case of every control, in order.
  public static List<CaseOutcome> run(PolicyPack pack) {
    List<CaseOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < pack.controls().size(); i++) {
      for (ControlCase example : pack.controls().get(i).cases()) {
        GateReport report = Gate.evaluate(pack, example.evidence(), example.phase());
        outcomes.add(new CaseOutcome(example, report.results().get(i)));
      }
    }
    return List.copyOf(outcomes);
  }
}
