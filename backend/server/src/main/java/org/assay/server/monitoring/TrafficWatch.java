package org.assay.server.monitoring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.assay.server.jobs.JobsConfig;
import org.jboss.logging.Logger;

/// Looks at the counts of every serving process again and again; one server at a time. Not a job:
/// long jobs may fill all their threads, and the charts must stay fresh.
@ApplicationScoped
class TrafficWatch {
  private static final Logger LOG = Logger.getLogger(TrafficWatch.class);
  private static final int TURN = 3;

  private final MonitoringConfig config;
  private final JobsConfig jobs;
  private final Http http;
  private final TrafficLog log;
  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("traffic-watch").daemon().factory());
  private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();

  TrafficWatch(MonitoringConfig config, JobsConfig jobs, Http http, TrafficLog log) {
    this.config = config;
    this.jobs = jobs;
    this.http = http;
    this.log = log;
  }

  void start(@Observes StartupEvent event) {
    if (jobs.enabled() && !config.servings().isEmpty()) {
      long pause = config.every().toMillis();
      var _ = clock.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    clock.shutdownNow();
    looks.shutdownNow();
  }

  /// One look. Whatever goes wrong is told once, and the next look follows.
  private void look() {
    try {
      Duration turn = config.every().multipliedBy(TURN).plus(config.patience());
      if (log.takeTurn(jobs.instance(), turn)) {
        config.servings().forEach(address -> looks.execute(() -> look(address)));
        log.forgetBefore(Instant.now().minus(config.retention()));
      }
      report("the database", Optional.empty());
    } catch (RuntimeException e) {
      report("the database", Optional.of("cannot be used: " + e));
    }
  }

  private void look(URI address) {
    try {
      Http.each(address).forEach(each -> looks.execute(() -> lookAt(each)));
    } catch (UnknownHostException e) {
      report(address.toString(), Optional.of("stands for nothing: " + e));
    }
  }

  private void lookAt(URI address) {
    try {
      take(address);
      report(address.toString(), Optional.empty());
    } catch (IOException | RuntimeException e) {
      report(address.toString(), Optional.of("does not give its counts: " + e));
    } catch (NotCountsException e) {
      report(address.toString(), Optional.of("gives other counts: " + e.sentence()));
    }
  }

  private void take(URI address) throws IOException, NotCountsException {
    HttpResponse<String> answer = http.get(Http.below(address, "q/metrics"));
    if (answer.statusCode() != 200) {
      throw new NotCountsException("It answers with the status " + answer.statusCode() + ".");
    }
    log.add(ServingCounts.read(answer.body()), Instant.now());
  }

  private void report(String part, Optional<String> trouble) {
    String sentence = trouble.orElse("");
    String before = troubles.put(part, sentence);
    if (sentence.equals(before) || clock.isShutdown()) {
      return;
    }
    if (!sentence.isEmpty()) {
      LOG.warnf("Traffic: %s %s", part, sentence);
    } else if (before != null) {
      LOG.infof("Traffic: %s answers again", part);
    }
  }
}
