package org.assay.server.jobs;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.api.jobs.JobState;
import org.jboss.logging.Logger;

/// Runs one job: start, work, end, each recorded in a short transaction of its own.
@ApplicationScoped
class JobRunner {
  private static final Logger LOG = Logger.getLogger(JobRunner.class);

  private final JobRecords records;
  private final JobsConfig config;
  private final Map<String, JobHandler> handlers;
  private volatile boolean stopping;

  JobRunner(JobRecords records, JobsConfig config, @All List<JobHandler> handlers) {
    this.records = records;
    this.config = config;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
  }

  /// What becomes of the execution afterwards.
  sealed interface Next permits Over, Again {}

  record Over() implements Next {}

  record Again(Duration pause) implements Next {}

  Next run(UUID id) {
    return records.start(id).map(this::run).orElseGet(Over::new);
  }

  /// Jobs in progress give up; they are taken up again by the next process.
  void stop() {
    stopping = true;
  }

  private Next run(JobRecords.Started started) {
    JobHandler handler = handlers.get(started.kind());
    if (handler == null) {
      records.end(started.id(), JobState.FAILED, "Nothing here can do " + started.kind() + ".");
      return new Over();
    }
    LiveRun run = new LiveRun(started, records, () -> stopping);
    return switch (started.readiness()) {
      case READY -> attempt(handler, run, started);
      case BUSY -> new Again(config.backoff());
      case CANCELLED -> {
        handler.ended(run, "Cancelled before it started.");
        yield new Over();
      }
    };
  }

  private Next attempt(JobHandler handler, LiveRun run, JobRecords.Started started) {
    try {
      handler.run(run);
      records.end(started.id(), JobState.DONE, null);
      return new Over();
    } catch (JobCancelledException cancelled) {
      return stopping ? again(started, "Taken up again after a restart.") : cancelled(handler, run);
    } catch (JobFailedException failed) {
      return failed(handler, run, String.valueOf(failed.getMessage()));
    } catch (RuntimeException unexpected) {
      LOG.errorf(
          unexpected, "Job %s %s, start %d", started.kind(), started.id(), started.attempt());
      return started.attempt() < config.attempts()
          ? again(started, "It failed and is tried again; the log has the cause.")
          : failed(handler, run, last(unexpected, started));
    }
  }

  private static String last(RuntimeException failure, JobRecords.Started started) {
    return failure instanceof WorkerKilledException killed
        ? "%s This happened %d times.".formatted(killed.getMessage(), started.attempt())
        : "It failed %d times; the log has the cause under the id %s."
            .formatted(started.attempt(), started.id());
  }

  private Next again(JobRecords.Started started, String why) {
    boolean waits = records.waitAgain(started.id(), why);
    long factor = 1L << Math.min(started.attempt() - 1, 10);
    return waits ? new Again(config.backoff().multipliedBy(factor)) : new Over();
  }

  private Next failed(JobHandler handler, LiveRun run, String sentence) {
    handler.ended(run, sentence);
    records.end(run.id(), JobState.FAILED, sentence);
    return new Over();
  }

  private Next cancelled(JobHandler handler, LiveRun run) {
    String sentence = "Cancelled on request.";
    handler.ended(run, sentence);
    records.end(run.id(), JobState.CANCELLED, sentence);
    return new Over();
  }
}
