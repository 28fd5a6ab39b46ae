package org.assay.console.parts;

import java.text.NumberFormat;
import java.util.Locale;

/// Numbers as people read them.
public final class Numbers {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Numbers() {}

  /// A figure with three decimals, `0.812`; a true minus sign, so that columns align.
  public static String figure(double value) {
    var text = String.format(Locale.ROOT, "%.3f", value);
    return "-0.000".equals(text) ? "0.000" : text.replace('-', '−');
  }

  /// A share of one as per cent with one decimal, `81.2 %`.
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /// A count with its thousands apart.
  public static String count(long value, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /// Bytes in the largest unit that keeps the number at 1 or more.
  public static String bytes(long size) {
    var value = (double) size;
    var unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0 ? size + " B" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
