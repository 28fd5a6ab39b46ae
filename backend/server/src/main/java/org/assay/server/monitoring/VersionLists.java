package org.assay.server.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.api.Page;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.overview.VersionSummary;
import org.jspecify.annotations.Nullable;

/// Versions of all models, the newest first: a page and the total in one query. The newest reports
/// are looked up for the page alone, unless the filter asks about them.
@ApplicationScoped
class VersionLists {
  private final ReadModel database;

  VersionLists(ReadModel database) {
    this.database = database;
  }

  /// A row of the answer: the total stands in each, and a page past the end has a row without a
  /// version.
  private record Row(long total, @Nullable VersionSummary version) {}

  Page<VersionSummary> page(VersionFilter filter, int page, int size) {
    String where = filter.where().isEmpty() ? "" : "where " + filter.where();
    List<Object> parameters = new ArrayList<>(filter.parameters());
    parameters.add(size);
    parameters.add((long) page * size);
    List<Row> rows = database.rows(query(where), parameters, VersionLists::row);
    List<VersionSummary> items = new ArrayList<>();
    for (Row row : rows) {
      if (row.version() != null) {
        items.add(row.version());
      }
    }
    return new Page<>(items, rows.getFirst().total(), page, size);
  }

  private static String query(String where) {
    return """
      with matching as (
        select v.id, v.created_at, v.number from assay.model_version v
        join assay.model m on m.id = v.model_id %s),
      page as (
        select * from matching order by created_at desc, number desc, id limit ? offset ?)
      select total.n as total, m.name, v.number, v.stage, m.risk_tier, m.owner, v.author, v.digest,
        v.created_at, gate.verdict, gate.blocked_controls, intake.concerns, audit.at as audited_at
      from (select count(*) as n from matching) total
      left join page on true
      left join assay.model_version v on v.id = page.id
      left join assay.model m on m.id = v.model_id
      left join lateral (
        select g.verdict, g.blocked_controls from assay.gate_result g
        where g.version_id = v.id and g.phase = 'ASSESSMENT' order by g.at desc limit 1) gate on true
      left join lateral (
        select i.concerns from assay.intake_report i
        where i.version_id = v.id order by i.at desc limit 1) intake on true
      left join lateral (
        select a.at from assay.bias_audit a
        where a.version_id = v.id order by a.at desc limit 1) audit on true
      order by v.created_at desc, v.number desc, v.id
      """
        .formatted(where);
  }

  private static Row row(ResultSet row) throws SQLException {
    long total = row.getLong("total");
    if (row.getString("name") == null) {
      return new Row(total, null);
    }
    String verdict = row.getString("verdict");
    return new Row(
        total,
        new VersionSummary(
            row.getString("name"),
            row.getInt("number"),
            Stage.valueOf(row.getString("stage")),
            RiskTier.valueOf(row.getString("risk_tier")),
            row.getString("owner"),
            row.getString("author"),
            row.getString("digest"),
            verdict == null ? null : verdict.toLowerCase(Locale.ROOT),
            row.getInt("blocked_controls"),
            row.getInt("concerns"),
            ReadModel.atOrNull(row, "audited_at"),
            ReadModel.at(row, "created_at")));
  }
}
