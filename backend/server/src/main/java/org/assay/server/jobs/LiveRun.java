package org.assay.server.jobs;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A run in progress; spares the database what a person could not see anyway.
final class LiveRun implements JobRun {
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

  private final JobRecords.Started started;
  private final JobRecords records;
  private final BooleanSupplier stopping;
  private long lastProgress = System.nanoTime() - INTERVAL;
  private long lastAsked = System.nanoTime() - INTERVAL;
  private boolean cancelled;

  LiveRun(JobRecords.Started started, JobRecords records, BooleanSupplier stopping) {
    this.started = started;
    this.records = records;
    this.stopping = stopping;
  }

  @Override
  public UUID id() {
    return started.id();
  }

  @Override
  public String subjectId() {
    return started.subjectId();
  }

  @Override
  public String requestedBy() {
    return started.requestedBy();
  }

  @Override
  public synchronized void progress(double fraction, String message) {
    long now = System.nanoTime();
    if (now - lastProgress >= INTERVAL) {
      lastProgress = now;
      records.progress(started.id(), fraction, message);
    }
  }

  @Override
  public synchronized boolean cancelled() {
    if (stopping.getAsBoolean()) {
      return true;
    }
    long now = System.nanoTime();
    if (!cancelled && now - lastAsked >= INTERVAL) {
      lastAsked = now;
      cancelled = records.cancelRequested(started.id());
    }
    return cancelled;
  }
}
