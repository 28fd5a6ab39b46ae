package org.assay.server.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.jobs.JobState;
import org.jspecify.annotations.Nullable;

/// The short transactions around a run of a job.
@ApplicationScoped
class JobRecords {
  private final EntityManager database;

  JobRecords(EntityManager database) {
    this.database = database;
  }

  /// Marks the job as running, unless there is a reason not to.
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<Started> start(UUID id) {
    JobEntity job = database.find(JobEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null || !job.live()) {
      return Optional.empty();
    }
    if (job.cancelRequested) {
      job.end(JobState.CANCELLED, "Cancelled before it started.");
      return Optional.of(started(job, Readiness.CANCELLED));
    }
    if (anotherRuns(job)) {
      return Optional.of(started(job, Readiness.BUSY));
    }
    job.state = JobState.RUNNING;
    job.attempts++;
    job.startedAt = Instant.now();
    job.message = null;
    return Optional.of(started(job, Readiness.READY));
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void progress(UUID id, double fraction, String message) {
    database
        .createQuery(
            "update JobEntity set progress = :fraction, message = :message where id = :id and state"
                + " = :running")
        .setParameter("fraction", Math.clamp(fraction, 0, 1))
        .setParameter("message", message)
        .setParameter("id", id)
        .setParameter("running", JobState.RUNNING)
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean cancelRequested(UUID id) {
    return database
        .createQuery("select cancelRequested from JobEntity where id = :id", Boolean.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void end(UUID id, JobState state, @Nullable String message) {
    JobEntity job = database.find(JobEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (state == JobState.DONE) {
      job.progress = 1;
    }
    job.end(state, message);
  }

  /// Puts the job back to wait; ends it when a newer one of its kind waits for the same thing.
  ///
  /// @return whether it waits
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean waitAgain(UUID id, String why) {
    JobEntity job = database.find(JobEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    lockSubject(job);
    if (exists(job, JobState.WAITING)) {
      job.end(JobState.CANCELLED, "A newer job does the same.");
      return false;
    }
    job.state = JobState.WAITING;
    job.message = why;
    return true;
  }

  private boolean anotherRuns(JobEntity job) {
    lockSubject(job);
    return exists(job, JobState.RUNNING);
  }

  private void lockSubject(JobEntity job) {
    database
        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .setParameter("key", job.kind + "/" + job.subjectId)
        .getSingleResult();
  }

  private boolean exists(JobEntity job, JobState state) {
    return database
            .createQuery(
                "select count(*) from JobEntity where kind = :kind and subjectId = :subject and"
                    + " state = :state and id <> :id",
                Long.class)
            .setParameter("kind", job.kind)
            .setParameter("subject", job.subjectId)
            .setParameter("state", state)
            .setParameter("id", job.id)
            .getSingleResult()
        > 0;
  }

  private static Started started(JobEntity job, Readiness readiness) {
    return new Started(job.id, job.kind, job.subjectId, job.requestedBy, job.attempts, readiness);
  }

  /// Whether a job can run now: it was cancelled while it waited, or another of its kind runs for
  /// the same thing.
  enum Readiness {
    READY,
    CANCELLED,
    BUSY
  }

  /// @param attempt 1 for the first start
  record Started(
      UUID id,
      String kind,
      String subjectId,
      String requestedBy,
      int attempt,
      Readiness readiness) {}
}
