package org.assay.serving.engine;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assay.onnx.runtime.Cancellation;
import org.assay.onnx.runtime.RunFailedException;
import org.assay.onnx.runtime.SessionSettings;
import org.assay.onnx.runtime.Tensor;
import org.assay.onnx.runtime.TensorSession;
import org.assay.serving.Refusal;
import org.assay.serving.Refusal.Kind;
import org.assay.serving.ServingConfig;
import org.jspecify.annotations.Nullable;

/// A fixed pool of platform threads on which models run, a bounded queue before it, and a watchdog
/// that stops runs at their deadline.
@Singleton
public final class Engine {
  private final SessionSettings settings;
  private final ThreadPoolExecutor pool;
  private final ScheduledThreadPoolExecutor watchdog;

  @Inject
  Engine(ServingConfig config) {
    this(settings(config), concurrency(config), config.waiting());
  }

  /// @param concurrency runs at the same time
  /// @param waiting requests that may wait
  public Engine(SessionSettings settings, int concurrency, int waiting) {
    this.settings = settings;
    this.pool =
        new ThreadPoolExecutor(
            concurrency,
            concurrency,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().name("inference-", 0).daemon().factory());
    this.watchdog =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("inference-watchdog").daemon().factory());
    this.watchdog.setRemoveOnCancelPolicy(true);
  }

  private static int concurrency(ServingConfig config) {
    int chosen = config.concurrency();
    return chosen > 0 ? chosen : Runtime.getRuntime().availableProcessors();
  }

  private static SessionSettings settings(ServingConfig config) {
    int concurrency = concurrency(config);
    int cores = Runtime.getRuntime().availableProcessors();
    int threads = config.threadsPerRun() > 0 ? config.threadsPerRun() : cores / concurrency;
    return new SessionSettings(
        config.device(),
        Math.max(1, threads),
        concurrency == 1,
        config.foldedBytes(),
        config.deviceBytes());
  }

  /// Loads a model from exactly these bytes; see [TensorSession#open].
  public LoadedModel load(byte[] model, @Nullable Path externalData) throws RunFailedException {
    return new LoadedModel(TensorSession.open(model, externalData, settings));
  }

  /// Runs a model and waits for the answer.
  ///
  /// @param inputs every input by name
  /// @param outputs names of the outputs wanted
  /// @throws Refusal `UNAVAILABLE` when too many wait already, `DEADLINE` when time is up,
  ///     `MALFORMED` when the runtime finds the inputs wrong
  /// @throws RetiredException when the model was retired before the run began
  /// @throws RunFailedException when the run failed for another reason
  public Map<String, Tensor> run(
      LoadedModel model, Map<String, Tensor> inputs, Set<String> outputs, Deadline deadline)
      throws RunFailedException {
    if (deadline.left() <= 0) {
      throw tooLate(deadline);
    }
    Cancellation cancellation = new Cancellation();
    Future<Map<String, Tensor>> answer;
    try {
      answer = pool.submit(() -> model.run(inputs, outputs, cancellation));
    } catch (RejectedExecutionException e) {
      throw overloaded();
    }
    ScheduledFuture<?> stop =
        watchdog.schedule(cancellation::cancel, deadline.left(), TimeUnit.NANOSECONDS);
    try {
      return answer.get(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      cancellation.cancel();
      throw tooLate(deadline);
    } catch (InterruptedException e) {
      cancellation.cancel();
      Thread.currentThread().interrupt();
      throw new Refusal(Kind.UNAVAILABLE, "the server is stopping");
    } catch (ExecutionException e) {
      throw failure(e.getCause(), deadline);
    } finally {
      stop.cancel(false);
    }
  }

  private Refusal overloaded() {
    return new Refusal(
        Kind.UNAVAILABLE,
        "overloaded: "
            + pool.getMaximumPoolSize()
            + " requests run and "
            + pool.getQueue().size()
            + " wait; ask again later",
        Duration.ofSeconds(1));
  }

  private static Refusal tooLate(Deadline deadline) {
    return new Refusal(
        Kind.DEADLINE, "no answer within the deadline of " + deadline.limit().toMillis() + " ms");
  }

  private static RunFailedException failure(@Nullable Throwable cause, Deadline deadline) {
    return switch (cause) {
      case RunFailedException failed ->
          switch (failed.reason()) {
            case CANCELLED -> throw tooLate(deadline);
            case INVALID_INPUT ->
                throw Refusal.malformed("the model refuses these inputs: " + failed.getMessage());
            case UNSUPPORTED_MODEL, FAILED -> failed;
          };
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      case null, default ->
          throw new IllegalStateException("a run ended with an unexpected exception", cause);
    };
  }

  @PreDestroy
  void stop() {
    watchdog.shutdownNow();
    pool.shutdownNow();
  }
}
