package org.assay.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.devstack.LoneDatabase;

/// A row and its event on the record in one transaction, beside the row alone: what the record
/// costs. A real PostgreSQL that syncs each commit to the disk.
final class InsertComparison implements Comparison {
  private static final int TRANSACTIONS = 50;

  private final int threads;
  private final LoneDatabase database;
  private final ExecutorService pool;
  private final List<ModelRows> writers = new ArrayList<>();

  InsertComparison(int threads) {
    this.threads = threads;
    this.database = LoneDatabase.start();
    this.pool = Executors.newFixedThreadPool(threads);
    try {
      for (int i = 0; i < threads; i++) {
        writers.add(new ModelRows(database.database(), i));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot sign in to the database just started", e);
    }
  }

  @Override
  public String title() {
    return "a new model in PostgreSQL, one transaction each, commits synced, %d connection%s"
        .formatted(threads, threads == 1 ? "" : "s");
  }

  @Override
  public List<Load> loads() {
    long units = (long) threads * TRANSACTIONS;
    return List.of(
        new Load("the row alone (limit)", "transaction", units, () -> everywhere(false)),
        new Load("the row and its audit event", "transaction", units, () -> everywhere(true)));
  }

  @Override
  public void close() {
    pool.close();
    try {
      for (ModelRows writer : writers) {
        writer.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot sign out of the database", e);
    }
    database.close();
  }

  private double everywhere(boolean audited) {
    try {
      int written = 0;
      for (Future<Integer> part :
          pool.invokeAll(
              writers.stream().map(w -> (Part) () -> w.write(TRANSACTIONS, audited)).toList())) {
        written += part.get();
      }
      return written;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a transaction failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @FunctionalInterface
  private interface Part extends Callable<Integer> {}
}
