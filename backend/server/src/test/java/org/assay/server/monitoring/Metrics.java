package org.assay.server.monitoring;

import java.util.UUID;
import java.util.stream.Collectors;
import org.assay.api.monitoring.LatencyBuckets;

/// What serving shows at `/q/metrics`, in the same words: serving's own test holds it to them.
final class Metrics {
  private final StringBuilder text = new StringBuilder();

  Metrics(UUID process) {
    text.append("# HELP assay_serving_process The name of this run of the process\n")
        .append("# TYPE assay_serving_process gauge\n")
        .append("assay_serving_process{id=\"%s\"} 1.0\n".formatted(process))
        .append("jvm_threads_live_threads 31.0\n");
  }

  /// @param millis how long each answer took
  Metrics answered(UUID release, double... millis) {
    String buckets =
        LatencyBuckets.EDGES_MILLIS.stream()
            .map(edge -> bucket(release, Double.toString(edge / 1000), upTo(edge, millis)))
            .collect(Collectors.joining());
    text.append("# TYPE assay_serving_answers_seconds histogram\n")
        .append(buckets)
        .append(bucket(release, "+Inf", millis.length))
        .append(
            "assay_serving_answers_seconds_count{release=\"%s\"} %d\n"
                .formatted(release, millis.length))
        .append("assay_serving_answers_seconds_sum{release=\"%s\"} 0.1\n".formatted(release));
    return this;
  }

  private static String bucket(UUID release, String edge, long count) {
    return "assay_serving_answers_seconds_bucket{release=\"%s\",le=\"%s\"} %d.0\n"
        .formatted(release, edge, count);
  }

  private static long upTo(double edge, double... millis) {
    long count = 0;
    for (double time : millis) {
      count += time <= edge ? 1 : 0;
    }
    return count;
  }

  Metrics unanswered(UUID release, String outcome, int count) {
    text.append(
        "assay_serving_unanswered_total{outcome=\"%s\",release=\"%s\"} %d.0\n"
            .formatted(outcome, release, count));
    return this;
  }

  String text() {
    return text.toString();
  }
}
