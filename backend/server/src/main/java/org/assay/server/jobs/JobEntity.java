package org.assay.server.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "job")
class JobEntity {
  @Id UUID id;
  String kind;

  @Column(name = "subject_id")
  String subjectId;

  @Enumerated(EnumType.STRING)
  JobState state;

  double progress;
  @Nullable String message;
  int attempts;

  @Column(name = "cancel_requested")
  boolean cancelRequested;

  @Column(name = "requested_by")
  String requestedBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "started_at")
  @Nullable Instant startedAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  boolean live() {
    return state == JobState.WAITING || state == JobState.RUNNING;
  }

  void end(JobState end, @Nullable String why) {
    state = end;
    message = why;
    endedAt = Instant.now();
  }

  JobView view() {
    return new JobView(
        id,
        kind,
        subjectId,
        state,
        progress,
        message,
        attempts,
        requestedBy,
        createdAt,
        startedAt,
        endedAt);
  }
}
