package org.assay.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Group fairness of binary decisions.
///
/// For every protected attribute, pair and triple of attributes: counts and rates of each group
/// with Wilson intervals, and the metrics below over the groups that are known and large enough.
///
/// | id | formula over the groups |
/// |---|---|
/// | `demographic_parity_difference` | largest − smallest selection rate |
/// | `demographic_parity_ratio` | smallest / largest selection rate |
/// | `equal_opportunity_difference` | largest − smallest true positive rate |
/// | `equalized_odds_difference` | the larger of the gaps in true and in false positive rate |
/// | `demographic_parity_difference_to_reference` | selection rate − the reference's |
/// | `demographic_parity_ratio_to_reference` | selection rate / the reference's |
///
/// Against a reference, a negative difference or a ratio below 1 means: selected less often.
///
/// The first four are Fairlearn's of the same names (between groups), the last two AIF360's
/// statistical parity difference and disparate impact; they are given per group, under the
/// attribute `attribute=value`, where the request names a reference.
///
/// A rate over fewer than the request's minimum of observations is suppressed and enters no
/// metric. A group that is large enough but has no positives (or negatives) at all makes the
/// metrics that need its rate undefined, and the reason names it. Rows of unknown value are listed
/// as the group `unknown` and enter no metric.
public final class BiasAudits {

  public static final String DEMOGRAPHIC_PARITY_DIFFERENCE = "demographic_parity_difference";
  public static final String DEMOGRAPHIC_PARITY_RATIO = "demographic_parity_ratio";
  public static final String EQUAL_OPPORTUNITY_DIFFERENCE = "equal_opportunity_difference";
  public static final String EQUALIZED_ODDS_DIFFERENCE = "equalized_odds_difference";
  public static final String DEMOGRAPHIC_PARITY_DIFFERENCE_TO_REFERENCE =
      "demographic_parity_difference_to_reference";
  public static final String DEMOGRAPHIC_PARITY_RATIO_TO_REFERENCE =
      "demographic_parity_ratio_to_reference";

  private BiasAudits() {}

  /// Audits the rows of the request; deterministic.
  ///
  /// @throws IllegalArgumentException where the attributes have too many combinations to be counted
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  public static AuditReport audit(AuditRequest request) {
    ContingencyTable table = ContingencyTable.count(request);
    List<GroupResult> results = new ArrayList<>();
    List<MetricResult> metrics = new ArrayList<>();
    for (List<Integer> set : AttributeSets.of(request.attributes().size())) {
      Interruption.check();
      List<Group> groups = table.groups(set);
      for (Group group : groups) {
        results.add(group.result(request.minimumGroupSize(), request.level()));
      }
      metrics.addAll(metrics(request, set, groups));
    }
    return new AuditReport(request.rows(), results, metrics);
  }

  private static List<MetricResult> metrics(
      AuditRequest request, List<Integer> set, List<Group> groups) {
    int minimum = request.minimumGroupSize();
    double level = request.level();
    String attribute =
        String.join(
            Attribute.JOINT, set.stream().map(i -> request.attributes().get(i).name()).toList());
    List<MetricResult> metrics =
        new ArrayList<>(new GroupMetrics(groups, minimum, level).all(attribute));
    reference(request, set, groups)
        .ifPresent(
            reference ->
                metrics.addAll(new ReferenceMetrics(reference, minimum, level).all(groups)));
    return metrics;
  }

  /// The group whose every attribute has its reference value; an empty one where no row has it.
  private static Optional<Group> reference(
      AuditRequest request, List<Integer> set, List<Group> groups) {
    List<Integer> digits = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i : set) {
      Attribute attribute = request.attributes().get(i);
      String value = request.references().get(attribute.name());
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
      digits.add(attribute.values().indexOf(value));
    }
    return groups.stream()
        .filter(group -> group.digits().equals(digits))
        .findFirst()
        .or(() -> empty(groups, digits, values));
  }

  private static Optional<Group> empty(
      List<Group> groups, List<Integer> digits, List<String> values) {
    return groups.stream()
        .findFirst()
        .map(
            any ->
                new Group(
                    any.attribute(),
                    String.join(Attribute.JOINT, values),
                    digits,
                    true,
                    Cells.EMPTY));
  }
}
