package org.assay.server.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.overview.Overview;
import org.assay.api.overview.Overview.Released;
import org.assay.api.releases.ReleaseState;
import org.assay.server.identity.Caller;
import org.assay.server.identity.Role;

/// The figures of the first page. Each is counted as the list behind it counts: see the tests.
@ApplicationScoped
class Overviews {
  /// Stages from which a version can still be approved.
  static final String BEFORE_APPROVAL = "('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED')";

  private static final String FIGURES =
      """
      with moment as (select cast(? as timestamptz) as now, cast(? as text) as person),
      unapproved as (
        select
          (select g.verdict from assay.gate_result g
             where g.version_id = v.id and g.phase = 'ASSESSMENT' order by g.at desc limit 1) as verdict,
          (select i.concerns from assay.intake_report i
             where i.version_id = v.id order by i.at desc limit 1) as concerns
        from assay.model_version v where v.stage in %s)
      select
        (select count(*) from assay.review r
           where ? and r.state = 'OPEN' and assay.conflict_of_interest(r.id, moment.person) is null
             and not exists (select from assay.decision d
                             where d.review_id = r.id and d.person = moment.person)) as to_decide,
        (select count(*) from assay.review where state = 'OPEN') as open_reviews,
        (select count(*) from assay.release
           where state = 'LIVE' and expires_at > moment.now) as live,
        (select count(*) from assay.release
           where state = 'SUSPENDED' and expires_at > moment.now) as suspended,
        (select count(*) from assay.release where state = 'LIVE' and expires_at > moment.now
           and expires_at <= moment.now + interval '30 days') as expiring_soon,
        (select count(*) from unapproved where verdict = 'BLOCKED') as gate_blocked,
        (select count(*) from unapproved where concerns > 0) as with_findings,
        (select count(*) from assay.job where state = 'RUNNING') as jobs_running,
        (select count(*) from assay.job where state = 'FAILED') as jobs_failed,
        (select count(*) from assay.data_grant g join assay.dataset d on d.id = g.dataset_id
           where g.state = 'REQUESTED' and d.owner = moment.person
             and g.grantee <> moment.person) as grants_to_decide
      from moment
      """
          .formatted(BEFORE_APPROVAL);

  private static final String STAGES =
      "select stage, count(*) as n from assay.model_version group by stage";

  private static final String OVERDUE =
      "select count(*) as n from assay.review where state = 'OPEN' and due_at < ?";

  private static final String NEXT_TO_EXPIRE =
      """
      select r.id, m.name, v.number, m.risk_tier, m.owner, r.state, v.stage, r.released_at,
        r.expires_at,
        (select count(distinct d.person) from assay.decision d
           where d.review_id = r.review_id and d.decision = 'APPROVE') as approvals,
        (select a.at from assay.bias_audit a
           where a.version_id = v.id order by a.at desc limit 1) as audited_at
      from assay.release r
      join assay.model_version v on v.id = r.version_id
      join assay.model m on m.id = r.model_id
      where r.state <> 'REVOKED' and r.expires_at > ?
      order by r.expires_at, r.id limit 10
      """;

  private final ReadModel database;

  Overviews(ReadModel database) {
    this.database = database;
  }

  Overview of(Caller caller) {
    Instant now = Instant.now();
    List<Released> next = database.rows(NEXT_TO_EXPIRE, List.of(now), Overviews::released);
    Map<Stage, Long> stages = stages();
    long overdue = database.row(OVERDUE, List.of(now), row -> row.getLong("n"));
    return database.row(
        FIGURES,
        List.of(now, caller.subject(), caller.is(Role.REVIEWER)),
        row ->
            new Overview(
                row.getLong("to_decide"),
                row.getLong("open_reviews"),
                overdue,
                row.getLong("live"),
                row.getLong("suspended"),
                row.getLong("expiring_soon"),
                row.getLong("gate_blocked"),
                row.getLong("with_findings"),
                row.getLong("jobs_running"),
                row.getLong("jobs_failed"),
                row.getLong("grants_to_decide"),
                stages,
                next,
                now));
  }

  private Map<Stage, Long> stages() {
    Map<Stage, Long> counts = new EnumMap<>(Stage.class);
    database
        .rows(
            STAGES,
            List.of(),
            row -> Map.entry(Stage.valueOf(row.getString("stage")), row.getLong("n")))
        .forEach(e -> counts.put(e.getKey(), e.getValue()));
    return counts;
  }

  private static Released released(ResultSet row) throws SQLException {
    return new Released(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getInt("number"),
        RiskTier.valueOf(row.getString("risk_tier")),
        row.getString("owner"),
        ReleaseState.valueOf(row.getString("state")),
        Stage.valueOf(row.getString("stage")),
        row.getInt("approvals"),
        ReadModel.atOrNull(row, "audited_at"),
        ReadModel.at(row, "released_at"),
        ReadModel.at(row, "expires_at"));
  }
}
