package org.assay.serving.releases;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The one thread on which releases are fetched, verified and loaded.
@Singleton
final class LoadingThread implements Executor {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("release-loading").daemon().factory());

  @Override
  public void execute(Runnable work) {
    thread.execute(work);
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }
}
