package org.assay.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Evaluates a pack over evidence. Nothing is thrown: what cannot be evaluated fails.
public final class Gate {
  private Gate() {}

  /// Asks every control of the pack.
  ///
  /// @param evidence maps, lists, text, numbers, booleans and [Instant]s; keys are absent when
  ///     there is nothing; `now` is the moment of the decision
  public static GateReport evaluate(PolicyPack pack, Map<String, Object> evidence, Phase phase) {
    List<ControlResult> results = results(pack, evidence, phase);
    Verdict verdict =
        results.stream().anyMatch(ControlResult::blocks) ? Verdict.BLOCKED : Verdict.OPEN;
    return new GateReport(pack.name(), pack.version(), pack.digest(), phase, results, verdict);
  }

  private static List<ControlResult> results(
      PolicyPack pack, Map<String, Object> evidence, Phase phase) {
    EvidenceValues values;
    try {
      values = EvidenceValues.of(evidence);
    } catch (IllegalArgumentException e) {
      String message = "The evidence cannot be read: " + e.getMessage() + ".";
      return each(pack, control -> ControlDecision.broken(control, message));
    }
    Optional<ControlDecision.Reason> aside = outsideItsDates(pack.validity(), values.now());
    Map<String, Object> variables = values.variables();
    return each(
        pack,
        control ->
            aside
                .map(reason -> ControlDecision.because(control, reason))
                .orElseGet(() -> ControlDecision.decide(control, values.root(), variables, phase)));
  }

  private static List<ControlResult> each(
      PolicyPack pack, Function<Control, ControlResult> decision) {
    return pack.controls().stream().map(decision).toList();
  }

  private static Optional<ControlDecision.Reason> outsideItsDates(
      Validity validity, Optional<Instant> now) {
    if (validity.always()) {
      return Optional.empty();
    }
    if (now.isEmpty()) {
      return Optional.of(
          new ControlDecision.Reason(
              Status.MISSING, "Missing evidence: now, and the pack applies " + validity + "."));
    }
    return validity.covers(now.get())
        ? Optional.empty()
        : Optional.of(
            new ControlDecision.Reason(
                Status.NOT_APPLICABLE, "The pack applies " + validity + "."));
  }
}
