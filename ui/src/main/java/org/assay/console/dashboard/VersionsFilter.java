package org.assay.console.dashboard;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.api.models.Stage;
import org.assay.console.parts.Choices;
import org.jspecify.annotations.Nullable;

/// Which versions are looked for, as the address says it.
///
/// @param gate `open` or `blocked`
/// @param findings only those with findings
record VersionsFilter(
    @Nullable String text, @Nullable Stage stage, @Nullable String gate, boolean findings) {

  static VersionsFilter read(QueryParameters query) {
    return new VersionsFilter(
        query.getSingleParameter("q").map(String::strip).filter(q -> !q.isEmpty()).orElse(null),
        query.getSingleParameter("stage").map(name -> Choices.read(Stage.class, name)).orElse(null),
        query
            .getSingleParameter("gate")
            .filter(gate -> gate.equals("open") || gate.equals("blocked"))
            .orElse(null),
        query.getSingleParameter("findings").filter("true"::equals).isPresent());
  }

  QueryParameters address() {
    Map<String, String> query = new LinkedHashMap<>();
    if (text != null) {
      query.put("q", text);
    }
    if (stage != null) {
      query.put("stage", stage.name());
    }
    if (gate != null) {
      query.put("gate", gate);
    }
    if (findings) {
      query.put("findings", "true");
    }
    return QueryParameters.simple(query);
  }
}
