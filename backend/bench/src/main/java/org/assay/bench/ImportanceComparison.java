package org.assay.bench;

import java.util.Arrays;
import java.util.List;
import org.assay.explain.FeatureGroup;
import org.assay.explain.ImportanceReport;
import org.assay.explain.Loss;
import org.assay.explain.PermutationImportance;
import org.assay.explain.PermutationOptions;
import org.assay.onnx.runtime.MappedScorer;
import org.assay.onnx.runtime.OnnxModel;

/// Permutation importance of the demo's model, beside the same scorer given as many rows.
final class ImportanceComparison implements Comparison {
  private static final PermutationOptions OPTIONS = PermutationOptions.seeded(1);

  private final DemoCase demo = DemoCase.read();
  private final OnnxModel model = demo.open();
  private final MappedScorer scorer = demo.scorer(model);
  private final long evaluations = measure().evaluations();

  @Override
  public String title() {
    return "permutation importance, %d features, %d repeats, %,d rows: %,d rows scored for a report"
        .formatted(
            demo.mapping().features().size(), OPTIONS.repeats(), demo.rows().length, evaluations);
  }

  @Override
  public List<Load> loads() {
    float[][] rows = new float[Math.toIntExact(evaluations)][];
    Arrays.setAll(rows, i -> demo.rows()[i % demo.rows().length]);
    return List.of(
        new Load(
            "the scorer alone on as many rows (limit)",
            "row",
            evaluations,
            () -> scorer.score(rows)[0]),
        new Load("PermutationImportance.measure", "row", evaluations, () -> measure().baseline()));
  }

  @Override
  public void close() {
    model.close();
  }

  private ImportanceReport measure() {
    return PermutationImportance.measure(
        scorer::score,
        demo.rows(),
        demo.labels(),
        FeatureGroup.each(demo.mapping().features()),
        new Loss.LogLoss(),
        OPTIONS);
  }
}
