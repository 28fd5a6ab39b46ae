package org.assay.console.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FiguresTest {
  private static final String HOSTILE = "</text><script>alert('x')</script>&\"";

  @Test
  void aDotAndItsIntervalLieWhereTheAxisPutsTheirValues() throws Exception {
    var svg =
        IntervalPlot.draw(
            "Ratio", List.of(new IntervalPlot.Row("afam", 0.763, 0.711, 0.818, null)), 0.8, 1.0);
    var figure = parse(svg);
    var mark = having(figure, "line", "mark");
    var dot = having(figure, "circle", "dot").getFirst();
    var interval = having(figure, "line", "interval").getFirst();
    var at08 = number(mark.get(0), "x1");
    var at10 = number(mark.get(1), "x1");
    assertThat(value(number(dot, "cx"), at08, at10)).isEqualTo(0.763, within(0.001));
    assertThat(value(number(interval, "x1"), at08, at10)).isEqualTo(0.711, within(0.001));
    assertThat(value(number(interval, "x2"), at08, at10)).isEqualTo(0.818, within(0.001));
    assertThat(dot.getTextContent()).isEqualTo("afam: 0.763 [0.711, 0.818]");
  }

  @Test
  void aFigureThatIsNotDefinedShowsItsReasonAndNoDot() throws Exception {
    var row = new IntervalPlot.Row("single", null, null, null, "11 rows are fewer than 30.");
    var figure = parse(IntervalPlot.draw("Rate", List.of(row)));
    assertThat(having(figure, "circle", "dot")).isEmpty();
    assertThat(having(figure, "text", "absent").getFirst().getTextContent())
        .isEqualTo("11 rows are fewer than 30.");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    var drawings =
        List.of(
            IntervalPlot.draw(HOSTILE, List.of(new IntervalPlot.Row(HOSTILE, 0.5, 0.4, 0.6, null))),
            BarPlot.draw(HOSTILE, List.of(new BarPlot.Bar(HOSTILE, 0.5, 0.4, 0.6))),
            Waterfall.draw(
                HOSTILE, 0.5, HOSTILE, HOSTILE, List.of(new Waterfall.Step(HOSTILE, 0.1))));
    for (var svg : drawings) {
      var figure = parse(svg);
      assertThat(figure.getElementsByTagName("script").getLength()).isZero();
      assertThat(figure.getAttribute("aria-label")).isEqualTo(HOSTILE);
    }
  }

  @Test
  void aBarBeginsAtZeroAndIsAsLongAsItsValue() throws Exception {
    var bars = List.of(new BarPlot.Bar("a", 0.2, 0.1, 0.3), new BarPlot.Bar("b", 0.1, 0.1, 0.1));
    var drawn = having(parse(BarPlot.draw("Importance", bars)), "rect", "bar");
    assertThat(number(drawn.get(0), "x")).isEqualTo(number(drawn.get(1), "x"));
    assertThat(number(drawn.get(0), "width"))
        .isEqualTo(2 * number(drawn.get(1), "width"), within(0.2));
  }

  @Test
  void aWaterfallEndsAtTheBasePlusAllEffects() {
    var steps = List.of(new Waterfall.Step("a", -0.2), new Waterfall.Step("b", 0.05));
    assertThat(Waterfall.levels(0.8, steps)[2]).isEqualTo(0.65, within(1e-12));
    assertThat(Waterfall.draw("Row", 0.8, "Mean", "Output", steps)).contains(">0.65<");
  }

  @Test
  void ticksAreRoundAndInsideTheAxis() {
    var axis = Axis.over(DoubleStream.of(0.17, 0.27, 0), 100, 500);
    assertThat(axis.low()).isZero();
    assertThat(axis.ticks()).hasSizeBetween(4, 8).allMatch(t -> t >= axis.low() - 1e-12);
    assertThat(axis.place(axis.high())).isEqualTo(500);
  }

  @Test
  void anAxisOfOneValueStillHasAWidth() {
    var axis = Axis.over(DoubleStream.of(0.5, 0.5), 0, 100);
    assertThat(axis.high()).isGreaterThan(axis.low());
    assertThatThrownBy(() -> new Axis(1, 1, 0, 10)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double value(double place, double at08, double at10) {
    return 0.8 + (place - at08) / (at10 - at08) * 0.2;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Element> having(Element figure, String tag, String style) {
    var found = new ArrayList<Element>();
    var all = figure.getElementsByTagName(tag);
    for (var i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && element.getAttribute("class").contains(style)) {
        found.add(element);
      }
    }
    return found;
  }

  private static Element parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }
}
