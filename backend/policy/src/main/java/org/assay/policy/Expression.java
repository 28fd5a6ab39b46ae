package org.assay.policy;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/// A CEL expression, compiled once. Two expressions with the same text are equal.
public final class Expression {
  private final String text;
  private final CelRuntime.Program program;

  Expression(String text, CelRuntime.Program program) {
    this.text = text;
    this.program = program;
  }

  /// The expression as the pack has it.
  public String text() {
    return text;
  }

  /// Evaluates. Whatever goes wrong inside CEL comes back as [Outcome.Broken]: a rule that cannot
  /// be evaluated must refuse, and the other rules must still be heard.
  Outcome evaluate(Map<String, Object> variables) {
    try {
      return new Outcome.Found(program.eval(variables));
    } catch (CelEvaluationException e) {
      return new Outcome.Broken(
          e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
              ? "it looks at more than " + CelCompiler.MAX_ITERATIONS + " elements"
              : reason(e));
    } catch (RuntimeException e) {
      return new Outcome.Broken(reason(e));
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression expression && expression.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /// What an evaluation gave.
  sealed interface Outcome {
    record Found(Object value) implements Outcome {}

    record Broken(String reason) implements Outcome {}
  }
}
