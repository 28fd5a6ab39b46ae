package org.assay.console.jobs;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.api.jobs.JobState;
import org.assay.console.parts.Choices;
import org.jspecify.annotations.Nullable;

/// Which jobs are looked for, as the address says it.
///
/// @param subject the id of the thing they work on
record JobsFilter(@Nullable JobState state, @Nullable String subject) {

  static JobsFilter read(QueryParameters query) {
    return new JobsFilter(
        query
            .getSingleParameter("state")
            .map(name -> Choices.read(JobState.class, name))
            .orElse(null),
        query
            .getSingleParameter("subject")
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElse(null));
  }

  QueryParameters address() {
    Map<String, String> query = new LinkedHashMap<>();
    if (state != null) {
      query.put("state", state.name());
    }
    if (subject != null) {
      query.put("subject", subject);
    }
    return QueryParameters.simple(query);
  }
}
