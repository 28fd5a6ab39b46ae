package org.assay.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assay.bench.console.ConsoleBench;

/// The benchmarks: `bench [--rounds=9] [name …]`, where a name may be the beginning of one; and
/// `bench console`, which starts the whole of Assay and is run only when it is asked for.
public final class Bench {
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 9;
  private static final Duration LEAST = Duration.ofMillis(300);

  /// Kept, so that the level set on it is not collected.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Bench() {}

  /// @param arguments which benchmarks; all of them without a name
  public static void main(String[] arguments) {
    FLYWAY.setLevel(Level.WARNING);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      if (List.of(arguments).contains(ConsoleBench.NAME)) {
        out.print(machine());
        ConsoleBench.run(out);
        return;
      }
      BenchOrder order = BenchOrder.parse(List.of(arguments), List.copyOf(all().keySet()), ROUNDS);
      out.print(machine());
      all()
          .forEach(
              (name, start) -> {
                if (order.names().contains(name)) {
                  run(name, start, order.rounds(), out);
                }
              });
      out.print("load average at the end: %s%n".formatted(loadAverage()));
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(2);
    }
  }

  private static Map<String, Supplier<Comparison>> all() {
    Map<String, Supplier<Comparison>> all = new LinkedHashMap<>();
    all.put("audit", () -> new AuditComparison(1_000_000, 1));
    all.put("shapley", ShapleyComparison::new);
    all.put("importance", ImportanceComparison::new);
    all.put("onnx-1", () -> new EngineComparison(1));
    all.put("onnx-64", () -> new EngineComparison(64));
    all.put("onnx-4096", () -> new EngineComparison(4096));
    all.put("insert-1", () -> new InsertComparison(1));
    all.put("insert-8", () -> new InsertComparison(8));
    return all;
  }

  private static void run(String name, Supplier<Comparison> start, int rounds, PrintStream out) {
    Rounds timing = new Rounds(WARM_UPS, rounds, LEAST, System::nanoTime);
    try (Comparison comparison = start.get()) {
      out.print("%n%s: %s%n".formatted(name, comparison.title()));
      out.print(Figures.table(timing.measure(comparison.loads())));
    }
    if (!Double.isFinite(timing.checksum())) {
      throw new IllegalStateException(name + " computed no finite result");
    }
  }

  private static String machine() {
    return ("%s %s, %d cores, Java %s%nload average at the start: %s%n"
            + "smallest … median … largest of the rounds; each round gives every load %d ms or more,"
            + " after %d rounds to warm up%n")
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            loadAverage(),
            LEAST.toMillis(),
            WARM_UPS);
  }

  private static String loadAverage() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
  }
}
