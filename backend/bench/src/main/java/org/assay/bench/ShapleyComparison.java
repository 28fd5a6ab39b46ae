package org.assay.bench;

import java.util.Arrays;
import java.util.List;
import org.assay.explain.Attribution;
import org.assay.explain.ShapleyValues;
import org.assay.onnx.runtime.MappedScorer;
import org.assay.onnx.runtime.OnnxModel;

/// Exact Shapley values of the demo's model, beside the same scorer given every coalition with
/// every background row: what the definition asks for, with nothing around it.
final class ShapleyComparison implements Comparison {
  private static final int BACKGROUND = 100;
  private static final int EXPLAINED = 5;

  private final OnnxModel model;
  private final MappedScorer scorer;
  private final float[][] explained;
  private final float[][] background;
  private final long evaluations;

  ShapleyComparison() {
    DemoCase demo = DemoCase.read();
    model = demo.open();
    scorer = demo.scorer(model);
    background = Arrays.copyOf(demo.rows(), BACKGROUND);
    explained = Arrays.copyOfRange(demo.rows(), BACKGROUND, BACKGROUND + EXPLAINED);
    evaluations = exact().evaluations();
  }

  @Override
  public String title() {
    int features = explained[0].length;
    return ("exact Shapley values, %d features, %d background rows: the definition scores %,d rows"
            + " for each row explained; ours needed %,d, as features that do not differ are not"
            + " mixed and equal rows are scored once")
        .formatted(features, BACKGROUND, (long) BACKGROUND << features, evaluations / EXPLAINED);
  }

  @Override
  public List<Load> loads() {
    float[][][] mixed =
        Arrays.stream(explained).map(this::everyCoalition).toArray(float[][][]::new);
    return List.of(
        new Load("the scorer alone on every coalition (limit)", "row", EXPLAINED, () -> all(mixed)),
        new Load("ShapleyValues.exact", "row", EXPLAINED, () -> exact().base()));
  }

  @Override
  public void close() {
    model.close();
  }

  private Attribution exact() {
    return ShapleyValues.exact(scorer::score, explained, background);
  }

  private double all(float[][][] mixed) {
    double sum = 0;
    for (float[][] rows : mixed) {
      sum += scorer.score(rows)[0];
    }
    return sum;
  }

  private float[][] everyCoalition(float[] row) {
    int coalitions = 1 << row.length;
    float[][] mixed = new float[coalitions * background.length][];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = mixed(row, background[i / coalitions], i % coalitions);
    }
    return mixed;
  }

  private static float[] mixed(float[] row, float[] other, int coalition) {
    float[] mixed = other.clone();
    for (int feature = 0; feature < row.length; feature++) {
      if ((coalition >> feature & 1) == 1) {
        mixed[feature] = row[feature];
      }
    }
    return mixed;
  }
}
