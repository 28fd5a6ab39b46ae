package org.assay.fairness;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One protected attribute over all rows.
///
/// `codes[i]` is the position in `values` of row i's value, or [#UNKNOWN_CODE] where the value is
/// not known. Arrays are copied on the way in and out. The name may hold neither `=` nor ` x `, a
/// value may not hold ` x ` nor be `unknown`: results are keyed by names built from these.
///
/// Throws IllegalArgumentException for a blank, repeated or reserved name or value, or a code
/// outside -1 … `values.size() - 1`.
@SuppressWarnings("ArrayRecordComponent") // copied both ways, compared by content
public record Attribute(String name, List<String> values, int[] codes) {

  /// The code of a row whose value is not known.
  public static final int UNKNOWN_CODE = -1;

  /// The value under which rows without a known value are listed.
  public static final String UNKNOWN = "unknown";

  /// Joins names of attributes, and of values, into those of an intersection.
  public static final String JOINT = " x ";

  public Attribute {
    requireName(name);
    values = List.copyOf(values);
    requireValues(name, values);
    codes = codes.clone();
    requireCodes(name, values.size(), codes);
  }

  @Override
  public int[] codes() {
    return codes.clone();
  }

  /// Rows covered.
  int rows() {
    return codes.length;
  }

  /// Digits of this attribute in a mixed-radix cell index: one for each value and one for unknown.
  int radix() {
    return values.size() + 1;
  }

  /// The row's digit: its code, or the last digit where the value is unknown.
  int digit(int row) {
    int code = codes[row];
    return code == UNKNOWN_CODE ? values.size() : code;
  }

  boolean isUnknown(int digit) {
    return digit == values.size();
  }

  String valueOf(int digit) {
    return isUnknown(digit) ? UNKNOWN : values.get(digit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attribute(String otherName, List<String> otherValues, int[] otherCodes)
        && name.equals(otherName)
        && values.equals(otherValues)
        && Arrays.equals(codes, otherCodes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + values.hashCode()) + Arrays.hashCode(codes);
  }

  private static void requireName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A protected attribute has a blank name: give it one.");
    }
    if (name.contains("=") || name.contains(JOINT)) {
      throw new IllegalArgumentException(
          "Attribute \"%s\": a name may hold neither \"=\" nor \"%s\", which build the names of results; rename it."
              .formatted(name, JOINT));
    }
  }

  private static void requireValues(String name, List<String> values) {
    Set<String> seen = new HashSet<>();
    for (String value : values) {
      if (value.isBlank() || value.equals(UNKNOWN) || value.contains(JOINT)) {
        throw new IllegalArgumentException(
            "Attribute \"%s\": the value \"%s\" is blank, reserved for rows of code -1, or holds \"%s\"; rename it."
                .formatted(name, value, JOINT));
      }
      if (!seen.add(value)) {
        throw new IllegalArgumentException(
            "Attribute \"%s\" names the value \"%s\" twice: merge the two.".formatted(name, value));
      }
    }
  }

  private static void requireCodes(String name, int values, int[] codes) {
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] < UNKNOWN_CODE || codes[row] >= values) {
        throw new IllegalArgumentException(
            "Attribute \"%s\": row %d has code %d, allowed are -1 (unknown) to %d."
                .formatted(name, row, codes[row], values - 1));
      }
    }
  }
}
