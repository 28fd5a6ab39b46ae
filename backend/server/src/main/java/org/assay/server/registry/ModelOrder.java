package org.assay.server.registry;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.api.models.ModelSort;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;

/// In which order models come; equal ones by name. Tiers and stages follow their own order, not the
/// alphabet, and a model without a version comes last by stage, whichever way the rest goes.
record ModelOrder(ModelSort by, boolean descending) {
  /// The newest version's stage, in HQL over the alias `m`.
  static final String LATEST_STAGE =
      "(select n.stage from VersionEntity n where n.model = m order by n.number desc limit 1)";

  /// What follows `order by` in HQL.
  String clause() {
    String way = descending ? " desc" : " asc";
    return switch (by) {
      case NAME -> "m.name" + way;
      case OWNER -> "m.owner" + way + ", m.name";
      case RISK_TIER -> rank("m.riskTier", RiskTier.values()) + way + ", m.name";
      case CREATED_AT -> "m.createdAt" + way + ", m.name";
      case LATEST_STAGE -> rank(LATEST_STAGE, Stage.values()) + way + " nulls last, m.name";
    };
  }

  private static String rank(String value, Enum<?>[] order) {
    return IntStream.range(0, order.length)
        .mapToObj(i -> "when %s then %d".formatted(literal(order[i]), i))
        .collect(Collectors.joining(" ", "case " + value + " ", " end"));
  }

  private static String literal(Enum<?> constant) {
    return constant.getDeclaringClass().getName() + "." + constant.name();
  }
}
