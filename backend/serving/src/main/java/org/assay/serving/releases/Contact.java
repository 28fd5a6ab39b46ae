package org.assay.serving.releases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assay.api.releases.ReleaseFeed;
import org.assay.serving.Clocks;
import org.jspecify.annotations.Nullable;

/// How fresh our knowledge of the feed is. A feed that is older than one seen counts as no contact,
/// and one that is given again ages from the moment it was first written: whoever replays a feed
/// gains nothing.
final class Contact {
  /// Two clocks may drift apart by one part in a thousand.
  private static final long DRIFT = 1000;

  private final Clocks clocks;
  private final Duration limit;
  private long epoch;
  private @Nullable Heard newest;
  private long contact;

  /// The moment by which the server's clock is reckoned on.
  ///
  /// @param received when the answer had come, by our forward clock: it was written before that. A
  ///     reading from before the question would make the server's clock look fast for good once one
  ///     answer was slow.
  /// @param at the server's clock in its answer
  private record Heard(long received, Instant at) {
    /// What the server's clock shows at least, by another reading of ours.
    Instant due(long reading) {
      long passed = reading - received;
      return at.plusNanos(passed - passed / DRIFT);
    }
  }

  /// @param limit no contact for this long is a partition
  /// @param epoch the largest epoch known from before
  Contact(Clocks clocks, Duration limit, long epoch) {
    this.clocks = clocks;
    this.limit = limit;
    this.epoch = epoch;
  }

  /// Takes a feed that has just come as contact, or says why it is stale.
  ///
  /// @param asked a reading of the forward clock from before the question left
  synchronized Optional<String> hear(ReleaseFeed feed, long asked) {
    if (feed.epoch() < epoch) {
      return Optional.of(
          "the feed has epoch "
              + feed.epoch()
              + ", smaller than "
              + epoch
              + " seen before: it is stale (if the control plane was set up anew, empty the cache"
              + " folder and start again)");
    }
    long received = clocks.nanos().getAsLong();
    Heard before = newest;
    Instant due = before == null ? feed.at() : before.due(asked);
    if (feed.at().isBefore(due.minus(limit))) {
      return Optional.of(
          "the feed was written at "
              + feed.at()
              + " when the server's clock was due to show "
              + due
              + ": it is stale (if that clock was set back, start again)");
    }
    epoch = feed.epoch();
    Duration lag = Duration.between(feed.at(), due);
    long written = asked - Math.max(0, lag.toNanos());
    contact = before == null ? written : Math.max(contact, written);
    if (before == null || !before.due(received).isAfter(feed.at())) {
      newest = new Heard(received, feed.at());
    }
    return Optional.empty();
  }

  synchronized long epoch() {
    return epoch;
  }

  /// Time since the last good feed; empty before the first.
  synchronized Optional<Duration> age() {
    return newest == null ? Optional.empty() : Optional.of(clocks.since(contact));
  }

  /// Why nothing may be answered now; empty while contact holds.
  Optional<String> partition() {
    return age()
        .map(
            age ->
                age.compareTo(limit) < 0
                    ? Optional.<String>empty()
                    : Optional.of(
                        "no contact with the control plane for "
                            + age.toSeconds()
                            + " s (limit "
                            + limit.toSeconds()
                            + " s): releases may have been revoked, so nothing is answered"))
        .orElseGet(() -> Optional.of("no contact with the control plane since the start"));
  }
}
