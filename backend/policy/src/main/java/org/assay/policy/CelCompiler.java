package org.assay.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The CEL that packs may use: the standard library and macros, `join`, `trim`, `distinct`, and
/// our `decimals(number, places)`. The variables are `evidence`, `model`, `card` (both maps) and
/// `now`.
///
/// Limits: the length and depth of an expression, the elements all its comprehensions visit
/// together, and the size of a regular expression (RE2: linear time).
final class CelCompiler {
  static final int MAX_ITERATIONS = 100_000;
  private static final int MAX_CODE_POINTS = 4_000;
  private static final int MAX_PARSE_DEPTH = 64;
  private static final int MAX_REGEX_PROGRAM = 2_000;
  private static final int MAX_PLACES = 9;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MAX_CODE_POINTS)
          .maxParseRecursionDepth(MAX_PARSE_DEPTH)
          .comprehensionMaxIterations(MAX_ITERATIONS)
          .maxRegexProgramSize(MAX_REGEX_PROGRAM)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private static final Cel CEL =
      CelFactory.plannerCelBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("evidence", SimpleType.DYN)
          .addVar("model", SimpleType.DYN)
          .addVar("card", SimpleType.DYN)
          .addVar("now", SimpleType.TIMESTAMP)
          .addCompilerLibraries(strings(), lists())
          .addRuntimeLibraries(strings(), lists())
          .addFunctionDeclarations(
              CelFunctionDecl.newFunctionDeclaration(
                  "decimals",
                  CelOverloadDecl.newGlobalOverload(
                      "decimals_double_int", SimpleType.STRING, SimpleType.DOUBLE, SimpleType.INT)))
          .addFunctionBindings(
              CelFunctionBinding.from(
                  "decimals_double_int", Double.class, Long.class, CelCompiler::decimals))
          .build();

  private CelCompiler() {}

  /// Compiles an expression that must yield this type, or a value whose type only the evidence
  /// tells.
  static Expression compile(String text, CelType type) throws CelSyntaxException {
    CelValidationResult result = CEL.compile(text);
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      CelType found = tree.getResultType();
      if (!found.equals(type) && !found.equals(SimpleType.DYN)) {
        throw new CelSyntaxException(
            0, "the expression yields " + found.name() + ", but must yield " + type.name());
      }
      return new Expression(text, CEL.createProgram(tree));
    } catch (CelValidationException e) {
      throw e.getErrors().isEmpty()
          ? new CelSyntaxException(0, String.valueOf(e.getMessage()))
          : syntaxError(text, e.getErrors().getFirst());
    } catch (CelEvaluationException e) {
      throw new CelSyntaxException(0, String.valueOf(e.getMessage()));
    }
  }

  private static CelSyntaxException syntaxError(String text, CelIssue issue) {
    CelSourceLocation location = issue.getSourceLocation();
    return new CelSyntaxException(offset(text, location), issue.getMessage());
  }

  /// CEL counts lines from 1 and columns from 0; a negative column means that it does not know.
  private static int offset(String text, CelSourceLocation location) {
    int start = 0;
    for (int line = 1; line < location.getLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.codePointCount(0, start) + Math.max(0, location.getColumn());
  }

  private static String decimals(double number, long places) {
    if (places < 0 || places > MAX_PLACES) {
      throw new IllegalArgumentException("decimals shows 0 to " + MAX_PLACES + " places");
    }
    return BigDecimal.valueOf(number).setScale((int) places, RoundingMode.FLOOR).toPlainString();
  }

  private static CelStringExtensions strings() {
    return CelExtensions.strings(
        CelStringExtensions.Function.JOIN, CelStringExtensions.Function.TRIM);
  }

  private static CelListsExtensions lists() {
    return CelExtensions.lists(CelListsExtensions.Function.DISTINCT);
  }
}
