package org.assay.server.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What serving answered, kept per release and minute. Every request that serving counted is added
/// once, at the minute in which it was seen; what came while no server looked stands in the minute
/// of the next look.
@ApplicationScoped
class TrafficLog {
  private static final String TURN =
      """
      update assay.traffic_turn
      set held_by = ?, held_until = clock_timestamp() + make_interval(secs => ?)
      where held_by = ? or held_until < clock_timestamp()
      """;
  private static final String ALONE =
      "select pg_advisory_xact_lock(hashtextextended('assay.traffic', 0)) as done";
  private static final String MARKS =
      """
      select release_id, answered, refused, failed, buckets::text as buckets
      from assay.traffic_mark where process = ?
      """;
  private static final String KNOWN =
      "select id from assay.release where id = any (cast(? as uuid[]))";
  private static final String MARK =
      """
      insert into assay.traffic_mark
        (process, release_id, answered, refused, failed, buckets, seen_at)
      values (?, ?, ?, ?, ?, cast(? as bigint[]), ?)
      on conflict (process, release_id) do update set answered = excluded.answered,
        refused = excluded.refused, failed = excluded.failed, buckets = excluded.buckets
      """;
  private static final String SEEN = "update assay.traffic_mark set seen_at = ? where process = ?";
  private static final String ADD =
      """
      insert into assay.traffic as t (release_id, minute, answered, refused, failed, buckets)
      values (?, ?, ?, ?, ?, cast(? as integer[]))
      on conflict (release_id, minute) do update set answered = t.answered + excluded.answered,
        refused = t.refused + excluded.refused, failed = t.failed + excluded.failed,
        buckets = (select array_agg(old + new order by place)
                   from unnest(t.buckets, excluded.buckets) with ordinality as u (old, new, place))
      """;

  private final ReadModel database;

  TrafficLog(ReadModel database) {
    this.database = database;
  }

  /// Whether it is this server's turn to look at serving, now and for some time.
  @Transactional
  boolean takeTurn(String server, Duration time) {
    return database.change(TURN, List.of(server, time.toMillis() / 1000.0, server)) == 1;
  }

  /// Adds what a process has counted since it was last seen. Counts for releases of another
  /// installation are left out.
  @Transactional
  void add(ServingCounts seen, Instant at) {
    database.row(ALONE, List.of(), row -> true);
    Map<UUID, Counts> marks = marks(seen.process());
    Set<UUID> known = known(seen.releases().keySet());
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    for (Map.Entry<UUID, Counts> each : seen.releases().entrySet()) {
      UUID release = each.getKey();
      Counts fresh = each.getValue().since(marks.getOrDefault(release, Counts.NONE));
      if (known.contains(release) && !fresh.nothing()) {
        database.change(ADD, row(List.of(release, minute), fresh));
        List<Object> mark = row(List.of(seen.process(), release), each.getValue());
        mark.add(at);
        database.change(MARK, mark);
      }
    }
    database.change(SEEN, List.of(at, seen.process()));
  }

  private static List<Object> row(List<?> key, Counts counts) {
    List<Object> row = new ArrayList<>(key);
    row.addAll(List.of(counts.answered(), counts.refused(), counts.failed(), counts.bucketsText()));
    return row;
  }

  /// Forgets what is older, and the processes that were not seen since.
  @Transactional
  void forgetBefore(Instant moment) {
    database.change("delete from assay.traffic where minute < ?", List.of(moment));
    database.change("delete from assay.traffic_mark where seen_at < ?", List.of(moment));
  }

  private Map<UUID, Counts> marks(UUID process) {
    Map<UUID, Counts> marks = new HashMap<>();
    database
        .rows(
            MARKS,
            List.of(process),
            row -> Map.entry(row.getObject("release_id", UUID.class), counts(row)))
        .forEach(mark -> marks.put(mark.getKey(), mark.getValue()));
    return marks;
  }

  private Set<UUID> known(Set<UUID> releases) {
    String all = releases.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    return new HashSet<>(
        database.rows(KNOWN, List.of(all), row -> row.getObject("id", UUID.class)));
  }

  static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("answered"),
        row.getLong("refused"),
        row.getLong("failed"),
        Counts.buckets(row.getString("buckets")));
  }
}
