package org.assay.server.review;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Runs acts in threads that start together.
public final class AtOnce {
  private static final int LIMIT_SECONDS = 60;

  private AtOnce() {}

  /// What each act answered, in their order.
  public static <T> List<T> run(List<Callable<T>> acts) throws Exception {
    CyclicBarrier start = new CyclicBarrier(acts.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
      List<Future<T>> answers = acts.stream().map(a -> threads.submit(held(start, a))).toList();
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> answer : answers) {
        results.add(answer.get(LIMIT_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    }
  }

  private static <T> Callable<T> held(CyclicBarrier start, Callable<T> act) {
    return () -> {
      start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
      return act.call();
    };
  }
}
