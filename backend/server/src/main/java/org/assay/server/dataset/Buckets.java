package org.assay.server.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Buckets of equal width for the numbers of one column. The width is 1, 2 or 5 times a power of
/// ten and cuts the usual range (two standard deviations around the mean, within the least and the
/// greatest) into about ten; the first bucket takes everything below it and the last everything
/// above, so that an extreme value does not stand out.
///
/// @param width of one bucket, above zero
/// @param lowest lower edge of the first bucket
/// @param highest lower edge of the last bucket
record Buckets(BigDecimal width, BigDecimal lowest, BigDecimal highest) {
  private static final double ABOUT = 10;
  private static final int[] STEPS = {1, 2, 5, 10};
  private static final BigDecimal NARROWEST_WHOLE = BigDecimal.TWO;

  /// The spread of a column's finite numbers.
  record Spread(double least, double greatest, double mean, double deviation) {}

  /// @param whole whether the numbers have no fraction: a bucket then holds at least two of them
  static Buckets of(Spread spread, boolean whole) {
    double low = Math.max(spread.least(), spread.mean() - 2 * spread.deviation());
    double high = Math.min(spread.greatest(), spread.mean() + 2 * spread.deviation());
    BigDecimal width = width(high - low, Math.max(Math.abs(low), Math.abs(high)));
    width = whole ? width.max(NARROWEST_WHOLE) : width;
    return new Buckets(
        width, floor(BigDecimal.valueOf(low), width), floor(BigDecimal.valueOf(high), width));
  }

  /// Asks for the spread of a column's finite numbers; those beyond 1e150 count as that.
  static String spreadQuery(TableSource.Field field, TableSource source) {
    return """
    SELECT min(x), max(x), avg(x), stddev_pop(x)
    FROM (SELECT greatest(least(CAST(%s AS DOUBLE), 1e150), -1e150) AS x FROM %s)
    WHERE NOT isnan(x)
    """
        .formatted(Quoted.identifier(field.name()), source.sql());
  }

  /// @return empty for a column without any number
  static Optional<Buckets> read(ResultSet spread, boolean whole) throws SQLException {
    spread.next();
    double least = spread.getDouble(1);
    if (spread.wasNull()) {
      return Optional.empty();
    }
    Spread read = new Spread(least, spread.getDouble(2), spread.getDouble(3), spread.getDouble(4));
    return Optional.of(of(read, whole));
  }

  /// The lower edge of the number's bucket; null for what is no finite number.
  @Nullable BigDecimal of(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      return null;
    }
    BigDecimal exact = new BigDecimal(number.toString());
    return floor(exact, width).max(lowest).min(highest);
  }

  private static BigDecimal width(double range, double magnitude) {
    double aim = range > 0 ? range / ABOUT : Math.max(magnitude / ABOUT, 1e-9);
    int exponent = (int) Math.floor(Math.log10(aim));
    double scaled = aim / Math.pow(10, exponent);
    for (int step : STEPS) {
      if (scaled <= step) {
        return BigDecimal.valueOf(step).scaleByPowerOfTen(exponent);
      }
    }
    return BigDecimal.TEN.scaleByPowerOfTen(exponent);
  }

  private static BigDecimal floor(BigDecimal number, BigDecimal width) {
    BigDecimal edge = number.divide(width, 0, RoundingMode.FLOOR).multiply(width);
    return edge.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(edge.stripTrailingZeros().toPlainString());
  }
}
