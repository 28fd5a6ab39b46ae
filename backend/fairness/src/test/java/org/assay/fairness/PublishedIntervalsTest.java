package org.assay.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Intervals against the tables they were published with.
class PublishedIntervalsTest {

  private static final double Z = StandardNormal.critical(.05);

  /// Newcombe 1998 (single proportion), table I, method 3.
  @ParameterizedTest
  @CsvSource({
    "81, 263, .2553, .3662",
    "15, 148, .0624, .1605",
    "0, 20, .0000, .1611",
    "1, 29, .0061, .1718"
  })
  void wilsonGivesNewcombesTable(long successes, long trials, double low, double high) {
    Bounds bounds = WilsonInterval.bounds(new Proportion(successes, trials), Z);
    assertThat(bounds.low()).isEqualTo(low, within(5e-5));
    assertThat(bounds.high()).isEqualTo(high, within(5e-5));
  }

  /// Newcombe 1998 (difference), table II, method 10, rows (a) to (h).
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, .0524, .3339",
    "9, 10, 3, 10, .1705, .8090",
    "6, 7, 2, 7, .0582, .8062",
    "5, 56, 0, 29, -.0381, .1926",
    "0, 10, 0, 20, -.1611, .2775",
    "0, 10, 0, 10, -.2775, .2775",
    "10, 10, 0, 20, .6791, 1.0000",
    "10, 10, 0, 10, .6075, 1.0000"
  })
  void newcombeGivesItsTable(long x, long n, long y, long m, double low, double high) {
    Bounds bounds = NewcombeInterval.bounds(new Proportion(x, n), new Proportion(y, m), Z);
    assertThat(bounds.low()).isEqualTo(low, within(5e-5));
    assertThat(bounds.high()).isEqualTo(high, within(5e-5));
  }

  /// Koopman 1984, section 4: 36/40 against 16/80 gives 2.94 to 7.15.
  @Test
  void koopmanGivesItsExample() {
    Bounds bounds = KoopmanInterval.bounds(new Proportion(36, 40), new Proportion(16, 80), Z);
    assertThat(bounds.low()).isEqualTo(2.94, within(.005));
    assertThat(bounds.high()).isEqualTo(7.15, within(.005));
  }

  @Test
  void koopmanIsOpenWhereARateIsZero() {
    Proportion none = new Proportion(0, 40);
    Proportion some = new Proportion(16, 80);
    assertThat(KoopmanInterval.bounds(none, some, Z).low()).isZero();
    assertThat(KoopmanInterval.bounds(none, some, Z).high()).isBetween(.2, 1.);
    assertThat(KoopmanInterval.bounds(some, none, Z).high()).isInfinite();
  }

  @ParameterizedTest
  @CsvSource({
    ".5, 0.6744897501960817",
    ".1, 1.6448536269514726",
    ".05, 1.9599639845400538",
    ".01, 2.5758293035489004",
    "1e-6, 4.891638475698590",
    "1e-16, 8.304785425194112"
  })
  void criticalValuesAreThoseOfTheTables(double alpha, double z) {
    assertThat(StandardNormal.critical(alpha)).isEqualTo(z, within(1e-12 * z));
  }

  @Test
  void aQuantileOutsideTheLowerHalfIsRefused() {
    assertThatThrownBy(() -> StandardNormal.lowerQuantile(.6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.6");
  }
}
