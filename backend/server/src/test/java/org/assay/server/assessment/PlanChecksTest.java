package org.assay.server.assessment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.ColumnMapping;
import org.assay.server.web.Refusal;
import org.junit.jupiter.api.Test;

class PlanChecksTest {
  private static final List<String> FEATURES = List.of("income", "debt");

  @Test
  void aSensiblePlanIsTaken() {
    assertThatCode(() -> check(plan("deny", List.of("race", "single"), Map.of("race", "a"))))
        .doesNotThrowAnyException();
  }

  @Test
  void aLabelThatFeedsTheModelIsRefused() {
    assertRefused(plan("debt", List.of("race"), Map.of()), "feeds the model");
  }

  @Test
  void aLabelThatIsAProtectedAttributeIsRefused() {
    assertRefused(plan("deny", List.of("deny"), Map.of()), "protected attribute too");
  }

  @Test
  void anAttributeNamedTwiceIsRefused() {
    assertRefused(plan("deny", List.of("race", "race"), Map.of()), "twice");
  }

  @Test
  void namesThatBuildTheNamesOfResultsAreRefused() {
    assertRefused(plan("deny", List.of("a=b"), Map.of()), "a=b");
    assertRefused(plan("deny", List.of("a x b"), Map.of()), "a x b");
  }

  @Test
  void aReferenceOfSomethingElseIsRefused() {
    assertRefused(plan("deny", List.of("race"), Map.of("age", "old")), "age");
    assertRefused(plan("deny", List.of("race"), Map.of("race", " ")), "race");
  }

  private static void assertRefused(AssessmentPlan plan, String words) {
    assertThatThrownBy(() -> check(plan))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining(words);
  }

  private static void check(AssessmentPlan plan) {
    PlanChecks.requireSense(plan, FEATURES);
  }

  private static AssessmentPlan plan(
      String label, List<String> attributes, Map<String, String> references) {
    return new AssessmentPlan(
        new UUID(0, 1),
        label,
        "no",
        attributes,
        references,
        new ColumnMapping(
            List.of(new ColumnMapping.Input("x", FEATURES)),
            null,
            new ColumnMapping.Output("p", 1, "score", 0.5, null)),
        null);
  }
}
