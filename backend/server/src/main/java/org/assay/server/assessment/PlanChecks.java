package org.assay.server.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.fairness.Attribute;
import org.assay.server.biasaudit.Examination;
import org.assay.server.biasaudit.Mappings;
import org.assay.server.dataset.Dataset;
import org.assay.server.dataset.Datasets;
import org.assay.server.identity.Caller;
import org.assay.server.web.Refusal;

/// Whether a plan fits its dataset, told before any work begins.
@ApplicationScoped
class PlanChecks {
  private final Datasets datasets;
  private final Examination examination;

  PlanChecks(Datasets datasets, Examination examination) {
    this.datasets = datasets;
    this.examination = examination;
  }

  /// @throws Refusal.Forbidden when the person has no use of the dataset for an assessment
  /// @throws Refusal.Conflict when the dataset's classification is not confirmed
  /// @throws Refusal.Invalid when the plan names what is not there, or contradicts itself
  void check(AssessmentPlan plan, Caller by) {
    Dataset dataset = datasets.get(plan.datasetId());
    datasets.requireUse(dataset.id(), Examination.PURPOSE, by);
    examination.basis(plan);
    List<String> features = Mappings.of(plan.mapping()).features();
    Set<String> columns =
        dataset.columns().stream()
            .map(Dataset.Column::name)
            .collect(Collectors.toCollection(TreeSet::new));
    requireColumn(dataset, columns, plan.label(), "the label");
    features.forEach(name -> requireColumn(dataset, columns, name, "a column of the mapping"));
    plan.protectedAttributes()
        .forEach(name -> requireColumn(dataset, columns, name, "a protected attribute"));
    requireSense(plan, features);
  }

  /// What a plan must hold whatever the dataset.
  static void requireSense(AssessmentPlan plan, List<String> features) {
    if (features.contains(plan.label())) {
      throw new Refusal.Invalid(
          "The label \"%s\" also feeds the model: it would be told what it has to predict."
              .formatted(plan.label()),
          "Take the label out of the mapping.");
    }
    Set<String> seen = new HashSet<>();
    for (String name : plan.protectedAttributes()) {
      requireAttribute(plan, name, seen);
    }
    requireReferences(plan);
  }

  private static void requireAttribute(AssessmentPlan plan, String name, Set<String> seen) {
    if (!seen.add(name)) {
      throw new Refusal.Invalid(
          "The protected attribute \"" + name + "\" is named twice.", "Name it once.");
    }
    if (name.equals(plan.label())) {
      throw new Refusal.Invalid(
          "The label \"" + name + "\" cannot be a protected attribute too.",
          "Name the columns whose groups are to be compared.");
    }
    try {
      new Attribute(name, List.of(), new int[0]);
    } catch (IllegalArgumentException e) {
      throw new Refusal.Invalid(
          String.valueOf(e.getMessage()), "Rename the column in the dataset.");
    }
  }

  private static void requireReferences(AssessmentPlan plan) {
    Map<String, String> references = plan.references();
    if (references == null) {
      return;
    }
    references.forEach(
        (name, value) -> {
          if (!plan.protectedAttributes().contains(name) || value == null || value.isBlank()) {
            throw new Refusal.Invalid(
                "The reference \"%s\" of \"%s\" is no value of a protected attribute of the plan."
                    .formatted(value, name),
                "Give references for " + String.join(", ", plan.protectedAttributes()) + " only.");
          }
        });
  }

  private static void requireColumn(
      Dataset dataset, Set<String> columns, String name, String role) {
    if (!columns.contains(name)) {
      throw new Refusal.Invalid(
          "Dataset %s has no column \"%s\", which the plan names as %s."
              .formatted(dataset.name(), name, role),
          "Its columns are " + String.join(", ", columns) + ".");
    }
  }
}
