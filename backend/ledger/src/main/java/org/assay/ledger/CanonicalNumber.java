package org.assay.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers as ECMAScript's `Number::toString` writes them (ECMA-262, section 6.1.6.1.20; RFC 8785,
/// section 3.2.2.3).
final class CanonicalNumber {

  private CanonicalNumber() {}

  /// The text of `number`. An exact number (integer or decimal) is refused when the nearest
  /// double's text would name another value, so nothing is rounded in silence; such a number
  /// belongs in a string.
  static String of(Number number) {
    return switch (number) {
      case Double value -> of(value.doubleValue());
      case Float value -> of(value.doubleValue());
      case Integer value -> Integer.toString(value);
      case Short value -> Short.toString(value);
      case Byte value -> Byte.toString(value);
      case Long value -> exact(BigDecimal.valueOf(value));
      case BigInteger value -> exact(new BigDecimal(value));
      case BigDecimal value -> exact(value);
      default ->
          throw new InvalidJsonException("not a JSON number: " + number.getClass().getName());
    };
  }

  private static String exact(BigDecimal value) {
    double nearest = value.doubleValue();
    if (Double.isInfinite(nearest)
        || new BigDecimal(Double.toString(nearest)).compareTo(value) != 0) {
      throw new InvalidJsonException(
          "a JSON number cannot hold " + value + " exactly: write it as a string");
    }
    return of(nearest);
  }

  static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidJsonException("JSON has no number " + value);
    }
    if (value == 0) {
      return "0"; // -0 too
    }
    String sign = value < 0 ? "-" : "";
    BigDecimal shortest = shortest(Math.abs(value));
    return sign
        + layout(shortest.unscaledValue().toString(), shortest.precision() - shortest.scale());
  }

  /// The decimal of fewest digits that reads back as `value`, the nearest of them.
  /// `Double.toString` gives that, save that it takes two digits where one would do (4.9E-324 for
  /// 5e-324), so one digit is tried here.
  private static BigDecimal shortest(double value) {
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (decimal.precision() != 2) {
      return decimal;
    }
    BigDecimal below =
        new BigDecimal(decimal.unscaledValue().divide(BigInteger.TEN), decimal.scale() - 1);
    BigDecimal above = new BigDecimal(below.unscaledValue().add(BigInteger.ONE), below.scale());
    boolean belowReads = below.doubleValue() == value;
    boolean aboveReads = above.doubleValue() == value;
    if (!belowReads && !aboveReads) {
      return decimal;
    }
    if (belowReads && aboveReads) {
      BigDecimal exact = new BigDecimal(value);
      aboveReads = above.subtract(exact).compareTo(exact.subtract(below)) < 0;
    }
    return (aboveReads ? above : below).stripTrailingZeros();
  }

  /// Places the point: the value is 0.`digits` times ten to the `point`.
  private static String layout(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= 21) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
