package org.assay.server.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// By when a review should be decided: some days after it was opened, by the model's risk tier.
@ApplicationScoped
class DueDates {
  private static final int HIGH = 10;
  private static final int LIMITED = 5;
  private static final int MINIMAL = 5;
  private static final String OVERDUE =
      """
      select count(*) as n from assay.review r
      join assay.model_version v on v.id = r.version_id
      join assay.model m on m.id = v.model_id
      where r.state = 'OPEN' and r.opened_at + case m.risk_tier
        when 'HIGH' then make_interval(days => ?)
        when 'LIMITED' then make_interval(days => ?)
        else make_interval(days => ?) end < ?
      """;

  private final ReadModel database;

  DueDates(ReadModel database) {
    this.database = database;
  }

  /// How many open reviews are past their due date.
  long overdue(Instant now) {
    return database.row(OVERDUE, List.of(HIGH, LIMITED, MINIMAL, now), row -> row.getLong("n"));
  }
}
