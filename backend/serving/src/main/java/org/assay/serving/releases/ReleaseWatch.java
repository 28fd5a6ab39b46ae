package org.assay.serving.releases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.assay.api.releases.ReleaseFeed;
import org.assay.api.releases.ReleasesApi;
import org.assay.serving.Clocks;
import org.assay.serving.ServingConfig;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/// Asks the control plane again and again what may answer.
@Singleton
@Startup
final class ReleaseWatch {
  private static final Logger LOG = Logger.getLogger(ReleaseWatch.class);

  private final ReleasesApi server;
  private final Releases releases;
  private final Clocks clocks;
  private final Duration pause;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("release-watch").daemon().factory());
  private String trouble = "";

  @Inject
  ReleaseWatch(
      @RestClient ControlPlane server,
      Releases releases,
      Clocks clocks,
      ServingConfig config,
      MeterRegistry meters) {
    this((ReleasesApi) server, releases, clocks, config.poll());
    measure(meters);
  }

  ReleaseWatch(ReleasesApi server, Releases releases, Clocks clocks, Duration pause) {
    this.server = server;
    this.releases = releases;
    this.clocks = clocks;
    this.pause = pause;
  }

  private void measure(MeterRegistry meters) {
    Gauge.builder(
            "assay.serving.contact.age",
            releases,
            r -> r.age().map(age -> age.toMillis() / 1000.0).orElse(Double.NaN))
        .description("Seconds since the control plane was heard of")
        .baseUnit("seconds")
        .register(meters);
    count(meters, "loaded", Standing.Loaded.class);
    count(meters, "loading", Standing.Loading.class);
    count(meters, "refused", Standing.Refused.class);
  }

  private void count(MeterRegistry meters, String state, Class<? extends Standing> standing) {
    Gauge.builder("assay.serving.releases", releases, r -> r.count(standing))
        .description("Releases of the feed, by where they stand in this process")
        .tag("state", state)
        .register(meters);
  }

  @PostConstruct
  void start() {
    var _ = thread.scheduleWithFixedDelay(this::poll, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// One question. Whatever goes wrong counts as no contact, and the next question follows.
  void poll() {
    long asked = clocks.nanos().getAsLong();
    try {
      ReleaseFeed feed = server.feed();
      report(releases.accept(feed, asked));
    } catch (RuntimeException e) {
      report(Optional.of("the control plane does not give its feed: " + e));
      LOG.debug("no feed", e);
    }
  }

  private void report(Optional<String> now) {
    String sentence = now.orElse("");
    if (sentence.equals(trouble)) {
      return;
    }
    trouble = sentence;
    if (sentence.isEmpty()) {
      LOG.info("contact with the control plane");
    } else {
      LOG.warn(sentence);
    }
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }
}
