package org.assay.serving.protocol;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.assay.api.monitoring.LatencyBuckets;
import org.assay.serving.Refusal;
import org.assay.serving.releases.Release;

/// What each release answered, for the control plane's charts. Releases are named, callers never.
/// The name of this process goes with the counts, so that whoever adds them up sees a restart.
@Singleton
final class ReleaseMeters {
  static final String PROCESS = "assay.serving.process";
  static final String ANSWERS = "assay.serving.answers";
  static final String UNANSWERED = "assay.serving.unanswered";

  private final MeterRegistry meters;
  private final Map<String, Timer> answers = new ConcurrentHashMap<>();

  @Inject
  ReleaseMeters(MeterRegistry meters) {
    this.meters = meters;
    Gauge.builder(PROCESS, () -> 1)
        .description("The name of this run of the process; a restart has another")
        .tag("id", UUID.randomUUID().toString())
        .register(meters);
  }

  void answered(Release release, Timer.Sample sample) {
    sample.stop(answers.computeIfAbsent(release.id(), this::timer));
  }

  private Timer timer(String release) {
    return Timer.builder(ANSWERS)
        .description("Requests that got an inference, and how long it took")
        .tag("release", release)
        .serviceLevelObjectives(
            LatencyBuckets.EDGES_MILLIS.stream()
                .map(millis -> Duration.ofNanos(Math.round(millis * 1_000_000)))
                .toArray(Duration[]::new))
        .register(meters);
  }

  /// A request for this release that got no inference.
  void unanswered(Release release, Refusal.Kind why) {
    String outcome =
        switch (why) {
          case MALFORMED, UNAUTHENTICATED, FORBIDDEN, UNKNOWN, NOT_RELEASED, TOO_LARGE, RATE ->
              "refused";
          case FAILED, UNAVAILABLE, DEADLINE -> "failed";
        };
    Counter.builder(UNANSWERED)
        .description("Requests that got none: wrong or not allowed, or serving could not")
        .tags("release", release.id(), "outcome", outcome)
        .register(meters)
        .increment();
  }
}
