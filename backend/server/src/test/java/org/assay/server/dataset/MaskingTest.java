package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.assay.api.datasets.Mask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaskingTest {
  private static final DatasetKey KEY = new DatasetKey(new byte[32]);

  @Test
  void aHashIsStableUnderOneKeyAndOtherUnderAnother() {
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    Object first = text(Mask.HASH, KEY).apply("Olivia");
    assertThat(first).isEqualTo(text(Mask.HASH, KEY).apply("Olivia"));
    assertThat(first).isNotEqualTo(text(Mask.HASH, KEY).apply("olivia"));
    assertThat(first).isNotEqualTo(text(Mask.HASH, new DatasetKey(other)).apply("Olivia"));
    assertThat(first.toString()).matches("[0-9a-f]{32}");
  }

  @Test
  void theHashIsHmacSha256AsRfc4231SaysItIs() {
    byte[] secret = Arrays.copyOf(bytes(20, 0x0b), 32);
    // Test case 1 of RFC 4231: HMAC pads a 20-byte key with the zeros that stand here already.
    assertThat(text(Mask.HASH, new DatasetKey(secret)).apply("Hi There"))
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b");
  }

  @ParameterizedTest
  @CsvSource({"Olivia,O****a", "Anna,A**a", "Bob,***", "x,***", "😀bcd😀,😀***😀"})
  void partialKeepsTheEndsOfLongTextsOnly(String value, String masked) {
    assertThat(text(Mask.PARTIAL, KEY).apply(value)).isEqualTo(masked);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mask.class,
      names = {"REDACT", "HASH", "PARTIAL", "BUCKET", "NULL"})
  void noMaskButClearShowsAValue(Mask mask) {
    for (ColumnKind kind : ColumnKind.values()) {
      Object value =
          switch (kind) {
            case NUMBER -> 7319.25;
            case BOOLEAN -> true;
            case DATE -> "1987-06-15";
            case TEXT -> "canary-7f3a";
          };
      Masking masking = new Masking(mask, kind, buckets(), Masking.Pseudonyms.keyed(KEY));
      assertThat(String.valueOf(masking.apply(value))).doesNotContain(value.toString());
    }
  }

  @Test
  void clearIsTheValueItself() {
    assertThat(text(Mask.CLEAR, KEY).apply("x")).isEqualTo("x");
    assertThat(text(Mask.CLEAR, KEY).apply(Double.NaN)).isNull();
  }

  @Test
  void aMissingValueStaysMissingExceptWhereNothingMayShow() {
    for (Mask mask : Mask.values()) {
      Object masked = text(mask, KEY).apply(null);
      assertThat(masked).isEqualTo(mask == Mask.REDACT ? "***" : null);
    }
  }

  @Test
  void aDateBecomesItsMonthAndOtherTextsHaveNoBucket() {
    Masking dates = new Masking(Mask.BUCKET, ColumnKind.DATE, null, Masking.Pseudonyms.keyed(KEY));
    assertThat(dates.apply("1987-06-15")).isEqualTo("1987-06");
    assertThat(dates.apply("1987-06-15 10:11:12")).isEqualTo("1987-06");
    assertThat(dates.apply("12345-06-15")).isEqualTo("***");
    assertThat(text(Mask.BUCKET, KEY).apply("02134")).isEqualTo("***");
  }

  @Test
  void numbersFallIntoRoundBucketsOpenAtBothEnds() {
    Buckets ages = Buckets.of(new Buckets.Spread(18, 103, 42, 15), true);
    assertThat(ages.width()).isEqualByComparingTo("10");
    assertThat(ages.of(37L)).isEqualByComparingTo("30");
    assertThat(ages.of(18L)).isEqualByComparingTo("10");
    assertThat(ages.of(103L)).as("the oldest does not stand out").isEqualByComparingTo("70");
    Buckets ratios = Buckets.of(new Buckets.Spread(0, 3, 0.33, 0.11), false);
    assertThat(ratios.width()).isEqualByComparingTo("0.05");
    assertThat(ratios.of(0.221)).isEqualTo(new BigDecimal("0.2"));
    assertThat(ratios.of(3.0)).isEqualTo(new BigDecimal("0.55"));
  }

  @Test
  void wholeNumbersShareABucketAndNegativeOnesFallDown() {
    Buckets codes = Buckets.of(new Buckets.Spread(1, 6, 2, 1.7), true);
    assertThat(codes.width()).isEqualByComparingTo("2");
    assertThat(codes.of(1)).isEqualByComparingTo("0");
    Buckets losses = Buckets.of(new Buckets.Spread(-100, 100, 0, 50), false);
    assertThat(losses.of(-1)).isEqualByComparingTo("-20");
  }

  @Test
  void aConstantColumnAndExtremeNumbersHaveBucketsToo() {
    assertThat(Buckets.of(new Buckets.Spread(0, 0, 0, 0), false).of(0)).isZero();
    assertThat(Buckets.of(new Buckets.Spread(70, 70, 70, 0), true).of(70))
        .isEqualByComparingTo("70");
    Buckets wide = Buckets.of(new Buckets.Spread(-1e150, 1e150, 0, 1e150), false);
    assertThat(wide.of(1e300)).isEqualTo(wide.highest());
    assertThat(wide.of(Double.NaN)).isNull();
  }

  private static Buckets buckets() {
    return Buckets.of(new Buckets.Spread(0, 10_000, 5000, 2000), false);
  }

  private static Masking text(Mask mask, DatasetKey key) {
    return new Masking(mask, ColumnKind.TEXT, null, Masking.Pseudonyms.keyed(key));
  }

  private static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
