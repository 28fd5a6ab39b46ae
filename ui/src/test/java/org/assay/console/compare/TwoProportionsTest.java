package org.assay.console.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TwoProportionsTest {
  @Test
  void theNormalTailIsAsInTheTables() {
    assertThat(2 * TwoProportions.upperTail(1.959964)).isCloseTo(0.05, within(1e-6));
    assertThat(2 * TwoProportions.upperTail(2.575829)).isCloseTo(0.01, within(1e-6));
    assertThat(TwoProportions.upperTail(0)).isCloseTo(0.5, within(1e-6));
  }

  /// By hand: shares 0.40 and 0.52, pooled 0.46, standard error 0.07048, z = 1.7026, p = 0.0886.
  @Test
  void aWorkedExampleComesOut() {
    var test = TwoProportions.of(40, 100, 52, 100);
    assertThat(test.z()).isCloseTo(1.7026, within(1e-3));
    assertThat(test.p()).isCloseTo(0.0886, within(1e-3));
  }

  @Test
  void equalRatesAreNoise() {
    assertThat(TwoProportions.of(30, 60, 50, 100).p()).isCloseTo(1, within(1e-6));
    assertThat(TwoProportions.of(0, 60, 0, 100).p()).isEqualTo(1);
  }

  @Test
  void fewCountsAreNotTested() {
    assertThat(TwoProportions.applies(4, 100)).isFalse();
    assertThat(TwoProportions.applies(96, 100)).isFalse();
    assertThat(TwoProportions.applies(5, 10)).isTrue();
    assertThat(TwoProportions.applies(0, 0)).isFalse();
  }
}
