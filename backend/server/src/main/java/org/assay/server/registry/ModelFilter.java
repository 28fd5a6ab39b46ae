package org.assay.server.registry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.jspecify.annotations.Nullable;

/// Which models are asked for; what is null does not narrow.
record ModelFilter(
    @Nullable String text, @Nullable RiskTier tier, @Nullable Stage stage, @Nullable String owner) {

  /// The condition in HQL over the alias `m`.
  String where() {
    return "1 = 1"
        + (blank(text)
            ? ""
            : " and (lower(m.name) like :text escape '!' or lower(m.purpose) like :text escape '!')")
        + (tier == null ? "" : " and m.riskTier = :tier")
        + (blank(owner) ? "" : " and m.owner = :owner")
        + (stage == null
            ? ""
            : " and exists (from VersionEntity v where v.model = m and v.stage = :stage)");
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    if (text != null && !blank(text)) {
      String literal = text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
      parameters.put("text", "%" + literal + "%");
    }
    if (tier != null) {
      parameters.put("tier", tier);
    }
    if (owner != null && !blank(owner)) {
      parameters.put("owner", owner);
    }
    if (stage != null) {
      parameters.put("stage", stage);
    }
    return parameters;
  }

  private static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
