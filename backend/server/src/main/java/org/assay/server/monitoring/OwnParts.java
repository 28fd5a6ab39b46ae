package org.assay.server.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.assay.server.files.StoredFiles;
import org.assay.server.jobs.JobsConfig;
import org.assay.server.release.KeyCheck;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The server itself and what it alone holds.
@ApplicationScoped
class OwnParts {
  private static final long MIB = 1 << 20;
  private static final long LITTLE_ROOM = 1024 * MIB;
  private static final int MISSED_HEARTBEATS = 4;
  private static final String DATABASE =
      """
      select current_setting('server_version') as version, pg_is_in_recovery() as standby,
        pg_database_size(current_database()) as size
      """;
  private static final String JOBS =
      """
      select
        (select count(*) from assay.job where state = 'RUNNING') as running,
        (select count(*) from assay.job where state = 'WAITING') as waiting,
        count(*) filter (where not picked and execution_time < now() - interval '1 minute') as late,
        count(*) filter (where picked) as picked,
        count(*) filter (where picked and last_heartbeat < now() - make_interval(secs => ?)) as lost
      from assay.scheduled_tasks
      """;

  private final ReadModel database;
  private final StoredFiles files;
  private final JobsConfig jobs;
  private final KeyCheck key;
  private final String version;

  OwnParts(
      ReadModel database,
      StoredFiles files,
      JobsConfig jobs,
      KeyCheck key,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.database = database;
    this.files = files;
    this.jobs = jobs;
    this.key = key;
    this.version = version;
  }

  /// That it answers is shown by the answer; what it says is how much heap is left.
  Finding server() {
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    return Finding.up(
        "%s has been up for %d h %d min and uses %d of %d MiB of heap."
            .formatted(
                jobs.instance(), up.toHours(), up.toMinutesPart(), used, runtime.maxMemory() / MIB),
        version);
  }

  Finding database() {
    long start = System.nanoTime();
    return database.row(
        DATABASE,
        List.of(),
        row -> {
          String detail =
              "PostgreSQL answers within %d ms and holds %d MiB."
                  .formatted(
                      Duration.ofNanos(System.nanoTime() - start).toMillis(),
                      row.getLong("size") / MIB);
          return row.getBoolean("standby")
              ? Finding.degraded(
                  "It is a standby, which takes no changes. " + detail, row.getString("version"))
              : Finding.up(detail, row.getString("version"));
        });
  }

  Finding files() {
    try {
      long room = files.roomAfterATry();
      String detail =
          "A file was written, read and removed; there is room for %d MiB.".formatted(room / MIB);
      return room < LITTLE_ROOM ? Finding.degraded(detail, null) : Finding.up(detail, null);
    } catch (IOException e) {
      return Finding.down("The folder of the files takes no file: " + e.getMessage());
    }
  }

  Finding jobs() {
    double silent = jobs.heartbeat().multipliedBy(MISSED_HEARTBEATS).toSeconds();
    return database.row(
        JOBS,
        List.of(silent),
        row -> {
          String detail =
              "%d run, %d wait.".formatted(row.getLong("running"), row.getLong("waiting"));
          if (row.getLong("lost") > 0) {
            return Finding.degraded(
                "%s %d belong to a process that is silent; another takes them up."
                    .formatted(detail, row.getLong("lost")),
                null);
          }
          if (row.getLong("late") > 0 && row.getLong("picked") == 0) {
            return Finding.degraded(
                "%s %d have waited for more than a minute and nobody takes them: is there a process"
                        .formatted(detail, row.getLong("late"))
                    + " with assay.jobs.enabled=true?",
                null);
          }
          return Finding.up(detail, null);
        });
  }

  Finding signingKey() {
    KeyCheck.Found found = key.look();
    String id = found.keyId().substring(0, 16);
    if (!found.signs()) {
      return Finding.down("What the key " + id + " signs does not hold.");
    }
    if (!found.sameInFile()) {
      return Finding.degraded(
          "The key %s signs, but its folder has not got it any more: a restart would take another."
              .formatted(id),
          null);
    }
    return Finding.up(
        "The key %s signs%s.".formatted(id, found.demo() ? "; a demo made it" : ""), null);
  }
}
