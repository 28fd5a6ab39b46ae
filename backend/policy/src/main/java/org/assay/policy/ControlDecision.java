package org.assay.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides one control: is it due, does it concern the model, is its evidence there, does it
/// hold.
final class ControlDecision {
  /// A status with its reason.
  record Reason(Status status, String message) {}

  private ControlDecision() {}

  static ControlResult decide(
      Control control, Map<String, Object> evidence, Map<String, Object> variables, Phase phase) {
    if (control.phase() == Phase.RELEASE && phase == Phase.ASSESSMENT) {
      return because(control, new Reason(Status.NOT_APPLICABLE, "Evaluated before a release."));
    }
    Expression applies = control.rule().applies();
    if (applies != null) {
      switch (truth(applies, variables)) {
        case Truth.Holds _ -> {}
        case Truth.DoesNot _ -> {
          return because(
              control, new Reason(Status.NOT_APPLICABLE, "Applies where: " + applies + "."));
        }
        case Truth.Unknown(String reason) -> {
          return broken(control, "Whether the control applies cannot be evaluated: " + reason);
        }
      }
    }
    String absent = absent(control.rule().requires(), evidence);
    return absent.isEmpty()
        ? check(control, variables)
        : because(control, new Reason(Status.MISSING, "Missing evidence: " + absent + "."));
  }

  /// The result of a control that was not checked.
  static ControlResult because(Control control, Reason reason) {
    return result(control, reason.status(), null, reason.message());
  }

  /// The result of a control that could not be evaluated.
  static ControlResult broken(Control control, String message) {
    return result(control, Status.FAIL, null, message);
  }

  private static String absent(List<EvidencePath> requires, Map<String, Object> evidence) {
    return requires.stream()
        .filter(path -> !path.presentIn(evidence))
        .map(EvidencePath::dotted)
        .collect(Collectors.joining(", "));
  }

  private static ControlResult check(Control control, Map<String, Object> variables) {
    Found found = found(control.rule().value(), variables);
    return switch (truth(control.rule().check(), variables)) {
      case Truth.Holds _ -> result(control, Status.PASS, found.value(), found.trouble());
      case Truth.DoesNot _ ->
          result(control, refusal(control.severity()), found.value(), unmet(control, found));
      case Truth.Unknown(String reason) ->
          result(control, Status.FAIL, found.value(), "The check cannot be evaluated: " + reason);
    };
  }

  private static Status refusal(Severity severity) {
    return switch (severity) {
      case BLOCKING -> Status.FAIL;
      case WARNING, INFORMATION -> Status.WARN;
    };
  }

  private static String unmet(Control control, Found found) {
    String told = "Does not hold: " + control.title().en() + ".";
    if (found.trouble() != null) {
      return told + " " + found.trouble();
    }
    return found.value() == null ? told : told + " Found: " + found.value() + ".";
  }

  private static ControlResult result(
      Control control, Status status, @Nullable String value, @Nullable String message) {
    return new ControlResult(
        control.id(),
        control.title(),
        control.guidance().citation(),
        control.severity(),
        status,
        value,
        control.guidance().remedy(),
        message);
  }

  private static Truth truth(Expression expression, Map<String, Object> variables) {
    return switch (expression.evaluate(variables)) {
      case Expression.Outcome.Found(Boolean holds) ->
          holds ? new Truth.Holds() : new Truth.DoesNot();
      case Expression.Outcome.Found(Object other) ->
          new Truth.Unknown("the result is neither true nor false: " + other);
      case Expression.Outcome.Broken(String reason) -> new Truth.Unknown(reason);
    };
  }

  private static Found found(@Nullable Expression value, Map<String, Object> variables) {
    if (value == null) {
      return new Found(null, null);
    }
    return switch (value.evaluate(variables)) {
      case Expression.Outcome.Found(String text) -> new Found(text, null);
      case Expression.Outcome.Found(Object other) ->
          new Found(null, "What was found cannot be shown: the result is no text: " + other);
      case Expression.Outcome.Broken(String reason) ->
          new Found(null, "What was found cannot be shown: " + reason);
    };
  }

  /// What the value expression gave, or why it gave nothing.
  private record Found(@Nullable String value, @Nullable String trouble) {}

  private sealed interface Truth {
    record Holds() implements Truth {}

    record DoesNot() implements Truth {}

    record Unknown(String reason) implements Truth {}
  }
}
