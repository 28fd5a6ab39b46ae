package org.assay.server.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.monitoring.Traffic;
import org.assay.server.web.Refusal;

/// The traffic of releases, as it is shown.
@ApplicationScoped
class TrafficCharts {
  private static final double MEDIAN = 0.5;
  private static final double SLOWEST_PERCENT = 0.99;
  private static final String RELEASES =
      """
      from assay.release r
      join assay.model_version v on v.id = r.version_id
      join assay.model m on m.id = r.model_id
      """;
  private static final String RELEASE =
      "select r.id as release_id, m.name, v.number " + RELEASES + " where r.id = ?";
  private static final String POINTS =
      """
      select r.id as release_id, m.name, v.number, t.minute, t.answered, t.refused, t.failed,
        t.buckets::text as buckets
      """
          + RELEASES
          + " join assay.traffic t on t.release_id = r.id where t.minute >= ?";
  private static final String IN_ORDER = " order by m.name, v.number, r.id, t.minute";

  private final ReadModel database;

  TrafficCharts(ReadModel database) {
    this.database = database;
  }

  private record Named(UUID id, String model, int version) {
    static Named of(ResultSet row) throws SQLException {
      return new Named(
          row.getObject("release_id", UUID.class), row.getString("name"), row.getInt("number"));
    }

    Traffic with(List<Traffic.Point> points) {
      return new Traffic(id, model, version, points);
    }
  }

  private record Row(Named release, Traffic.Point point) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(Named.of(row), TrafficCharts.pointOf(row));
    }
  }

  /// Every release with traffic in the last minutes, this one included.
  List<Traffic> all(int minutes) {
    Map<Named, List<Traffic.Point>> charts = new LinkedHashMap<>();
    database
        .rows(POINTS + IN_ORDER, List.of(since(minutes)), Row::of)
        .forEach(
            row -> charts.computeIfAbsent(row.release(), id -> new ArrayList<>()).add(row.point()));
    return charts.entrySet().stream().map(c -> c.getKey().with(c.getValue())).toList();
  }

  Traffic of(UUID release, int minutes) {
    Named named =
        database.rows(RELEASE, List.of(release), Named::of).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("There is no release " + release + "."));
    List<Row> rows =
        database.rows(
            POINTS + " and r.id = ?" + IN_ORDER, List.of(since(minutes), release), Row::of);
    return named.with(rows.stream().map(Row::point).toList());
  }

  private static Instant since(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(minutes - 1L, ChronoUnit.MINUTES);
  }

  private static Traffic.Point pointOf(ResultSet row) throws SQLException {
    Counts counts = TrafficLog.counts(row);
    return new Traffic.Point(
        ReadModel.at(row, "minute"),
        counts.answered(),
        counts.refused(),
        counts.failed(),
        Percentile.millis(counts.buckets(), MEDIAN),
        Percentile.millis(counts.buckets(), SLOWEST_PERCENT));
  }
}
