package org.assay.server.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// The clockwork: db-scheduler over one table, picked with `SKIP LOCKED`.
@ApplicationScoped
class Schedule {
  private static final Logger LOG = Logger.getLogger(Schedule.class);
  private static final String TABLE = "assay.scheduled_tasks";
  private static final String TASK = "job";
  private static final int MISSED_HEARTBEATS = 4;

  private final DataSource database;
  private final JobsConfig config;
  private final JobRunner runner;
  private final CustomTask<Void> task;
  private final Scheduler scheduler;

  Schedule(DataSource database, JobsConfig config, JobRunner runner) {
    this.database = database;
    this.config = config;
    this.runner = runner;
    this.task =
        Tasks.custom(TASK, Void.class)
            .onDeadExecutionRevive()
            .execute((instance, context) -> after(runner.run(UUID.fromString(instance.getId()))));
    this.scheduler =
        Scheduler.create(database, List.of(task))
            .tableName(TABLE)
            .threads(config.threads())
            .pollingInterval(config.poll())
            .heartbeatInterval(config.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .schedulerName(new SchedulerName.Fixed(config.instance()))
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      takeUpOwn();
      scheduler.start();
    } else {
      LOG.info("This process runs no jobs (assay.jobs.enabled=false).");
    }
  }

  void stop(@Observes ShutdownEvent event) {
    runner.stop();
    scheduler.stop();
  }

  /// Schedules within the caller's transaction.
  void schedule(UUID job) {
    scheduler.scheduleIfNotExists(new TaskInstance<>(TASK, job.toString()), Instant.now());
  }

  /// What a dead process of our name had picked would wait for its heartbeat to be missed.
  private void takeUpOwn() {
    String free =
        "update "
            + TABLE
            + " set picked = false, picked_by = null, last_heartbeat = null, version = version + 1"
            + " where picked and picked_by = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(free)) {
      statement.setString(1, config.instance());
      int taken = statement.executeUpdate();
      if (taken > 0) {
        LOG.infof("%d jobs of an earlier run of this process are taken up again.", taken);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The table of jobs cannot be read.", e);
    }
  }

  private CompletionHandler<Void> after(JobRunner.Next next) {
    return switch (next) {
      case JobRunner.Over over -> Schedule::remove;
      case JobRunner.Again again ->
          (done, operations) -> operations.reschedule(done, Instant.now().plus(again.pause()));
    };
  }

  private static void remove(ExecutionComplete done, ExecutionOperations<Void> operations) {
    operations.remove();
  }
}
