package org.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void everySampleOfRfc8785AppendixBIsWrittenAsPublished(String bits, String text) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void notANumberAndInfinityAreRefused(double value) {
    assertThatThrownBy(() -> CanonicalJson.of(value)).isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void exactNumbersAreWrittenWhenADoubleHoldsThem() {
    assertThat(CanonicalJson.of(9007199254740992L)).isEqualTo("9007199254740992");
    assertThat(CanonicalJson.of(new BigDecimal("0.10"))).isEqualTo("0.1");
    assertThat(CanonicalJson.of(BigInteger.TEN.pow(21))).isEqualTo("1e+21");
    assertThat(CanonicalJson.of((short) -7)).isEqualTo("-7");
  }

  @Test
  void exactNumbersThatADoubleWouldRoundAreRefused() {
    assertThatThrownBy(() -> CanonicalJson.of(9007199254740993L))
        .hasMessageContaining("9007199254740993");
    assertThatThrownBy(() -> CanonicalJson.of(Long.MAX_VALUE))
        .isInstanceOf(InvalidJsonException.class);
    assertThatThrownBy(
            () -> CanonicalJson.of(new BigDecimal("0.1000000000000000055511151231257827")))
        .isInstanceOf(InvalidJsonException.class);
    assertThatThrownBy(() -> CanonicalJson.of(BigInteger.TEN.pow(400)))
        .isInstanceOf(InvalidJsonException.class);
    assertThatThrownBy(() -> CanonicalJson.of(new AtomicLong(1)))
        .isInstanceOf(InvalidJsonException.class);
  }
}
