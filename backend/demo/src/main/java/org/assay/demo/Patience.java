package org.assay.demo;

import java.time.Duration;
import java.util.function.Supplier;

/// Waits for a condition with a limit, and says what it sees when that changes.
final class Patience {
  /// What one look found.
  sealed interface Look<T> {
    /// The wait is over.
    record Done<T>(T value) implements Look<T> {}

    /// Not yet.
    ///
    /// @param seen where it stands, in a few words
    record NotYet<T>(String seen) implements Look<T> {}
  }

  private final Duration limit;
  private final Duration pause;
  private final Journal journal;

  Patience(LoaderSettings settings, Journal journal) {
    this.limit = settings.limit();
    this.pause = settings.pause();
    this.journal = journal;
  }

  /// Looks until it is done.
  ///
  /// @param what is waited for, as in "the assessment of credit version 1"
  /// @throws DemoStopped past the limit
  <T> T until(String what, Supplier<Look<T>> look) {
    long start = System.nanoTime();
    String seen = "";
    while (true) {
      switch (look.get()) {
        case Look.Done<T>(T value) -> {
          return value;
        }
        case Look.NotYet<T>(String now) -> {
          if (!now.equals(seen)) {
            journal.note(what + ": " + now);
            seen = now;
          }
        }
      }
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new DemoStopped(
            "Waited "
                + limit.toSeconds()
                + " s for "
                + what
                + ", last seen: "
                + seen
                + ". Run the demo again to go on waiting.");
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoStopped("The demo was interrupted: run it again to go on.", e);
    }
  }
}
