package org.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void anOddNumberOfValuesHasTheMiddleOneAsMedian() {
    assertThat(Summary.of(3, 1, 100)).isEqualTo(new Summary(1, 3, 100));
  }

  @Test
  void anEvenNumberOfValuesHasTheMeanOfTheTwoInTheMiddle() {
    assertThat(Summary.of(4, 1, 2, 100)).isEqualTo(new Summary(1, 3, 100));
  }

  @Test
  void oneValueIsAllThree() {
    assertThat(Summary.of(7)).isEqualTo(new Summary(7, 7, 7));
  }

  @Test
  void theValuesGivenStayInTheirOrder() {
    double[] values = {3, 1, 2};
    Summary.of(values);
    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void noValuesAreRefused() {
    assertThatThrownBy(Summary::of).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aValueThatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> Summary.of(1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Summary.of(1, Double.POSITIVE_INFINITY))
        .hasMessageContaining("Infinity");
  }
}
