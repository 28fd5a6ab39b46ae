package org.assay.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// One line for each step, with the time since the start.
final class Journal {
  private final PrintStream out;
  private final LongSupplier nanos;
  private final long start;
  private int changes;

  /// @param nanos a clock that only runs forward, such as `System::nanoTime`
  Journal(PrintStream out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  /// Something was done that was not done before.
  void changed(String line) {
    changes++;
    print(line);
  }

  /// Something was found as it should be, or is under way.
  void note(String line) {
    print(line);
  }

  int changes() {
    return changes;
  }

  private void print(String line) {
    Duration passed = Duration.ofNanos(nanos.getAsLong() - start);
    out.printf(Locale.ROOT, "[%02d:%02d] %s%n", passed.toMinutes(), passed.toSecondsPart(), line);
  }
}
