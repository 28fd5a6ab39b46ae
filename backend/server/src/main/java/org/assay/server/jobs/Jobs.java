package org.assay.server.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.identity.Role;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Long work: enqueue it, look at it, stop it, start it again.
@ApplicationScoped
public class Jobs {
  private final EntityManager database;
  private final Schedule schedule;
  private final AuditLog log;

  Jobs(EntityManager database, Schedule schedule, AuditLog log) {
    this.database = database;
    this.schedule = schedule;
    this.log = log;
  }

  /// Enqueues work in the caller's transaction; refuses to run outside one. A job of this kind that
  /// waits for the thing already is answered instead; behind one that runs, the new one waits.
  ///
  /// @return the job's id
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID enqueue(String kind, String subjectId, Caller by) {
    Optional<JobEntity> waiting = waiting(kind, subjectId);
    if (waiting.isPresent()) {
      return waiting.get().id;
    }
    JobEntity job = new JobEntity();
    job.id = UUID.randomUUID();
    job.kind = kind;
    job.subjectId = subjectId;
    job.state = JobState.WAITING;
    job.requestedBy = by.subject();
    job.createdAt = Instant.now();
    database.persist(job);
    database.flush();
    schedule.schedule(job.id);
    return job.id;
  }

  /// The newest job of a kind for a thing.
  @Transactional
  public Optional<JobView> latest(String kind, String subjectId) {
    return database
        .createQuery(
            "from JobEntity where kind = :kind and subjectId = :subject order by createdAt desc",
            JobEntity.class)
        .setParameter("kind", kind)
        .setParameter("subject", subjectId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(JobEntity::view);
  }

  @Transactional
  Page<JobView> page(@Nullable JobState state, @Nullable String subjectId, int page, int size) {
    String where =
        "from JobEntity where (:state is null or state = :state)"
            + " and (:subject is null or subjectId = :subject)";
    TypedQuery<JobEntity> jobs =
        database.createQuery(where + " order by createdAt desc", JobEntity.class);
    TypedQuery<Long> total = database.createQuery("select count(*) " + where, Long.class);
    for (TypedQuery<?> query : List.of(jobs, total)) {
      query.setParameter("state", state).setParameter("subject", subjectId);
    }
    jobs.setFirstResult(Math.multiplyExact(page, size)).setMaxResults(size);
    List<JobView> items = jobs.getResultStream().map(JobEntity::view).toList();
    return new Page<>(items, total.getSingleResult(), page, size);
  }

  @Transactional
  JobView get(UUID id) {
    return find(id, LockModeType.NONE).view();
  }

  @Transactional
  JobView cancel(UUID id, Caller by) {
    JobEntity job = mine(id, by);
    if (!job.live()) {
      throw new Refusal.Conflict(Sentence.of("jobs.ended", job.state));
    }
    job.cancelRequested = true;
    if (job.state == JobState.WAITING) {
      job.message = "It is being cancelled.";
    }
    log.append(by, AuditEvent.of("job.cancelled", "job", id, about(job)));
    return job.view();
  }

  @Transactional
  JobView retry(UUID id, Caller by) {
    JobEntity job = mine(id, by);
    if (job.state != JobState.FAILED && job.state != JobState.CANCELLED) {
      throw new Refusal.Conflict(Sentence.of("jobs.not-to-retry", job.state));
    }
    UUID next = enqueue(job.kind, job.subjectId, by);
    log.append(by, AuditEvent.of("job.retried", "job", next, about(job)));
    return find(next, LockModeType.NONE).view();
  }

  private static Map<String, String> about(JobEntity job) {
    return Map.of("kind", job.kind, "subject", job.subjectId);
  }

  private JobEntity mine(UUID id, Caller by) {
    JobEntity job = find(id, LockModeType.PESSIMISTIC_WRITE);
    if (!job.requestedBy.equals(by.subject()) && !by.is(Role.ADMIN)) {
      throw new Refusal.Forbidden(Sentence.of("jobs.not-yours", job.requestedBy));
    }
    return job;
  }

  private JobEntity find(UUID id, LockModeType lock) {
    JobEntity job = database.find(JobEntity.class, id, lock);
    if (job == null) {
      throw new Refusal.NotFound(Sentence.of("jobs.no-job", id));
    }
    return job;
  }

  private Optional<JobEntity> waiting(String kind, String subjectId) {
    return database
        .createQuery(
            "from JobEntity where kind = :kind and subjectId = :subject and state = :waiting",
            JobEntity.class)
        .setParameter("kind", kind)
        .setParameter("subject", subjectId)
        .setParameter("waiting", JobState.WAITING)
        .getResultStream()
        .findFirst();
  }
}
