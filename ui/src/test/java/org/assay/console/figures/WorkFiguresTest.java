package org.assay.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkFiguresTest {
  @Test
  void aHeatMapWritesEveryShareAndHatchesWhatHasNone() {
    var svg =
        HeatMap.draw(
            "Selection rates",
            "afam",
            "single",
            List.of(
                new HeatMap.Cell("no", "no", 0.94, "n = 1260"),
                new HeatMap.Cell("no", "yes", 0.05, "n = 700"),
                new HeatMap.Cell("yes", "<b>", null, "suppressed")));
    assertThat(svg).contains(">0.94<", "heat-8", "heat-0", "n = 1260", ">suppressed<");
    assertThat(svg).containsOnlyOnce("heat hatched");
    assertThat(svg).doesNotContain("<b>");
  }

  @Test
  void theStrengthOfTheHueGrowsWithTheShare() {
    assertThat(HeatMap.step(0)).isZero();
    assertThat(HeatMap.step(0.5)).isEqualTo(4);
    assertThat(HeatMap.step(1)).isEqualTo(8);
  }

  @Test
  void aSwarmShowsTheWeightiestFeatureFirst() {
    var light = new Beeswarm.Feature("light", List.of(0.01, -0.01), List.of(1.0, 2.0));
    var heavy = new Beeswarm.Feature("heavy", List.of(0.4, -0.6), List.of(5.0, 9.0));
    assertThat(Beeswarm.shown(List.of(light, heavy))).containsExactly(heavy, light);
    var svg = Beeswarm.draw("Effects", List.of(light, heavy));
    assertThat(svg.indexOf("heavy")).isLessThan(svg.indexOf("light"));
    assertThat(svg).contains("bee-0", "bee-4");
  }

  @Test
  void hiddenValuesHaveNoShade() {
    assertThat(Beeswarm.shade(List.of(), null)).isEqualTo("x");
    List<@Nullable Double> some = new ArrayList<>(Arrays.asList(1.0, null, 3.0));
    assertThat(Beeswarm.shade(some, null)).isEqualTo("x");
    assertThat(Beeswarm.shade(some, 1.0)).isEqualTo("0");
    assertThat(Beeswarm.shade(some, 3.0)).isEqualTo("4");
  }

  @Test
  void aLineIsCutWhereNothingWasMeasured() {
    var svg =
        TimeChart.line(
            "p99",
            "10:00",
            "11:00",
            List.of(
                new TimeChart.Point(0, "a", 1.0, 0),
                new TimeChart.Point(0.5, "b", null, 0),
                new TimeChart.Point(1, "c", 2.0, 0)));
    assertThat(svg).containsPattern("d=\"M[\\d. ]+M[\\d. ]+\"");
    assertThat(svg).doesNotContain("NaN");
  }

  @Test
  void anHourWithoutTrafficIsStillADrawing() {
    assertThat(TimeChart.bars("none", "10:00", "11:00", List.of())).doesNotContain("NaN", "∞");
    assertThat(Sparkline.draw("none", List.of())).contains("<svg").doesNotContain("NaN");
  }
}
