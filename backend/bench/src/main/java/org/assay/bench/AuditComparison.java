package org.assay.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assay.fairness.Attribute;
import org.assay.fairness.AuditRequest;
import org.assay.fairness.BiasAudits;

/// A bias audit of many rows, beside one pass over the same arrays that only counts: no audit can
/// be faster than memory.
final class AuditComparison implements Comparison {
  private static final List<String> FIRST = List.of("a", "b");
  private static final List<String> SECOND = List.of("p", "q", "r", "s", "t");
  private static final int OUTCOMES = 4;
  private static final double LEVEL = 0.95;
  private static final int SMALLEST_GROUP = 30;

  private final boolean[] labels;
  private final boolean[] predictions;
  private final int[] first;
  private final int[] second;

  AuditComparison(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    labels = new boolean[rows];
    predictions = new boolean[rows];
    first = new int[rows];
    second = new int[rows];
    for (int row = 0; row < rows; row++) {
      first[row] = random.nextInt(FIRST.size());
      second[row] = random.nextInt(SECOND.size());
      labels[row] = random.nextDouble() < 0.3 + 0.05 * second[row];
      predictions[row] = random.nextDouble() < (labels[row] ? 0.7 : 0.2) + 0.1 * first[row];
    }
  }

  @Override
  public String title() {
    return "bias audit of %,d rows, 2 attributes (2 and 5 values) and their intersection, one thread"
        .formatted(labels.length);
  }

  @Override
  public List<Load> loads() {
    AuditRequest request = request();
    return List.of(
        new Load("one pass that counts cells (limit)", "row", labels.length, this::counted),
        new Load("BiasAudits.audit", "row", labels.length, () -> audited(request)),
        new Load(
            "request checked and copied, then audited",
            "row",
            labels.length,
            () -> audited(request())));
  }

  AuditRequest request() {
    return new AuditRequest(
        labels,
        predictions,
        List.of(new Attribute("first", FIRST, first), new Attribute("second", SECOND, second)),
        Map.of("first", "a", "second", "p"),
        SMALLEST_GROUP,
        LEVEL);
  }

  /// How often each outcome occurs in each intersection: `[(first * 5 + second) * 4 + outcome]`.
  int[] cells() {
    int[] cells = new int[FIRST.size() * SECOND.size() * OUTCOMES];
    for (int row = 0; row < labels.length; row++) {
      int outcome = (labels[row] ? 2 : 0) + (predictions[row] ? 1 : 0);
      cells[(first[row] * SECOND.size() + second[row]) * OUTCOMES + outcome]++;
    }
    return cells;
  }

  private double counted() {
    return Arrays.stream(cells()).max().orElse(0);
  }

  private static double audited(AuditRequest request) {
    return BiasAudits.audit(request).groups().getFirst().tp();
  }
}
