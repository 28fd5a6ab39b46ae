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
import org.assay.server.web.Sentence;

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
    requireColumn(dataset, columns, plan.label(), Sentence.of("plan.the-label"));
    features.forEach(
        name -> requireColumn(dataset, columns, name, Sentence.of("plan.mapping-column")));
    plan.protectedAttributes()
        .forEach(
            name -> requireColumn(dataset, columns, name, Sentence.of("plan.protected-attribute")));
    requireSense(plan, features);
  }

  /// What a plan must hold whatever the dataset.
  static void requireSense(AssessmentPlan plan, List<String> features) {
    if (features.contains(plan.label())) {
      throw new Refusal.Invalid(
          Sentence.of("plan.label-feeds", plan.label()), Sentence.of("plan.label-feeds.remedy"));
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
          Sentence.of("plan.attribute-twice", name), Sentence.of("plan.attribute-twice.remedy"));
    }
    if (name.equals(plan.label())) {
      throw new Refusal.Invalid(
          Sentence.of("plan.label-protected", name), Sentence.of("plan.label-protected.remedy"));
    }
    try {
      new Attribute(name, List.of(), new int[0]);
    } catch (IllegalArgumentException e) {
      throw new Refusal.Invalid(
          Sentence.of("plan.attribute-name", e.getMessage()),
          Sentence.of("plan.attribute-name.remedy"));
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
                Sentence.of("plan.reference", value, name),
                Sentence.of("plan.reference.remedy", plan.protectedAttributes()));
          }
        });
  }

  private static void requireColumn(
      Dataset dataset, Set<String> columns, String name, Sentence role) {
    if (!columns.contains(name)) {
      throw new Refusal.Invalid(
          Sentence.of("plan.no-column", dataset.name(), name, role),
          Sentence.of("plan.no-column.remedy", columns));
    }
  }
}
