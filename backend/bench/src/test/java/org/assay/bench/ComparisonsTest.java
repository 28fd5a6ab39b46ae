package org.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assay.fairness.AuditReport;
import org.assay.fairness.BiasAudits;
import org.assay.onnx.runtime.OnnxModel;
import org.junit.jupiter.api.Test;

/// What is compared does the same work on both sides.
class ComparisonsTest {
  @Test
  void thePassThatOnlyCountsFindsWhatTheAuditFinds() {
    AuditComparison comparison = new AuditComparison(10_000, 1);
    AuditReport report = BiasAudits.audit(comparison.request());
    int[] cells = comparison.cells();
    assertThat(report.groups())
        .filteredOn(group -> group.value().equals("b x r"))
        .singleElement()
        .satisfies(
            group -> {
              int at = (5 + 2) * 4;
              assertThat(group.tn()).isEqualTo(cells[at]);
              assertThat(group.fp()).isEqualTo(cells[at + 1]);
              assertThat(group.fn()).isEqualTo(cells[at + 2]);
              assertThat(group.tp()).isEqualTo(cells[at + 3]);
            });
  }

  @Test
  void theDemosRowsComeThroughTheMappingWithTheAccuracyOfItsCard() {
    DemoCase demo = DemoCase.read();
    try (OnnxModel model = demo.open()) {
      float[] scores = demo.scorer(model).score(demo.rows());
      int right = 0;
      for (int i = 0; i < scores.length; i++) {
        right += scores[i] >= 0.5 == demo.labels()[i] ? 1 : 0;
      }
      assertThat(right / (double) scores.length).isCloseTo(0.904, within(0.001));
    }
  }
}
