package org.assay.server.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.api.monitoring.LatencyBuckets;
import org.jspecify.annotations.Nullable;

/// What one run of a serving process has counted since it began, read from its metrics.
///
/// @param process the name of the run: after a restart it is another, and counts begin at nothing
record ServingCounts(UUID process, Map<UUID, Counts> releases) {
  private static final Pattern PROCESS =
      Pattern.compile("assay_serving_process\\{.*?\\bid=\"([0-9a-f-]{36})\".*");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "assay_serving_(answers_seconds_bucket|unanswered_total)\\{(.*)}\\s+(\\S+).*");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final double NEARLY = 1e-6;

  ServingCounts {
    releases = Map.copyOf(releases);
  }

  /// Reads the text that Prometheus reads.
  ///
  /// @throws NotCountsException when it does not say what is needed
  static ServingCounts read(String text) throws NotCountsException {
    @Nullable UUID process = null;
    Map<UUID, Draft> drafts = new HashMap<>();
    for (String line : text.lines().toList()) {
      Matcher name = PROCESS.matcher(line);
      Matcher sample = SAMPLE.matcher(line);
      if (name.matches()) {
        process = UUID.fromString(name.group(1));
      } else if (sample.matches()) {
        Map<String, String> labels = labels(sample.group(2));
        Draft draft = drafts.computeIfAbsent(release(labels), id -> new Draft());
        draft.take(sample.group(1), labels, number(sample.group(3)));
      }
    }
    if (process == null) {
      throw new NotCountsException(
          "It does not name its process: it is no serving, or one of an earlier version.");
    }
    Map<UUID, Counts> releases = new HashMap<>();
    for (Map.Entry<UUID, Draft> draft : drafts.entrySet()) {
      releases.put(draft.getKey(), draft.getValue().counts());
    }
    return new ServingCounts(process, releases);
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(text);
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return labels;
  }

  private static UUID release(Map<String, String> labels) throws NotCountsException {
    try {
      return UUID.fromString(labels.getOrDefault("release", ""));
    } catch (IllegalArgumentException e) {
      throw new NotCountsException("It counts for something that is no release: " + labels);
    }
  }

  private static double number(String text) throws NotCountsException {
    try {
      return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new NotCountsException("It has a count that is no number: " + text);
    }
  }

  private static final class Draft {
    private final Map<Double, Long> upTo = new HashMap<>();
    private long refused;
    private long failed;

    void take(String series, Map<String, String> labels, double value) throws NotCountsException {
      if (series.equals("answers_seconds_bucket")) {
        upTo.put(number(labels.getOrDefault("le", "")) * 1000, (long) value);
      } else if ("refused".equals(labels.get("outcome"))) {
        refused = (long) value;
      } else {
        failed = (long) value;
      }
    }

    /// The text has counts up to each edge; kept are those between two edges.
    Counts counts() throws NotCountsException {
      if (upTo.isEmpty()) {
        return new Counts(0, refused, failed, Counts.NONE.buckets());
      }
      List<Long> buckets = new ArrayList<>();
      long before = 0;
      for (double edge : LatencyBuckets.EDGES_MILLIS) {
        long here = at(edge);
        buckets.add(here - before);
        before = here;
      }
      long all = at(Double.POSITIVE_INFINITY);
      buckets.add(all - before);
      return new Counts(all, refused, failed, buckets);
    }

    private long at(double edge) throws NotCountsException {
      for (Map.Entry<Double, Long> each : upTo.entrySet()) {
        double other = each.getKey();
        if (other == edge || Math.abs(other - edge) < NEARLY * edge) {
          return each.getValue();
        }
      }
      throw new NotCountsException(
          "It counts in other buckets than this server: none ends at " + edge + " ms.");
    }
  }
}
