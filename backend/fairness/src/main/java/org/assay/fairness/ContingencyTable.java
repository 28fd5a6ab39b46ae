package org.assay.fairness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts of outcomes for every combination of values of all attributes that occurs.
///
/// A combination is a mixed-radix number, one digit per attribute ([Attribute#digit(int)]), the
/// first attribute being the most significant. Rows are read once; groups of any attribute set are
/// sums over this table.
final class ContingencyTable {

  private static final int OUTCOMES = 4;
  private static final long LARGEST_DENSE_TABLE = 1L << 20;
  private static final int BATCH = 1 << 16;

  private final List<Attribute> attributes;
  private final long[] strides;
  private final Map<Long, Cells> cells;

  private ContingencyTable(List<Attribute> attributes, long[] strides, Map<Long, Cells> cells) {
    this.attributes = attributes;
    this.strides = strides;
    this.cells = cells;
  }

  /// Counts all rows.
  ///
  /// @throws IllegalArgumentException where the attributes have more than 2^63 combinations
  static ContingencyTable count(AuditRequest request) {
    List<Attribute> attributes = request.attributes();
    long[] strides = strides(attributes);
    long combinations = strides[0] * attributes.getFirst().radix();
    Map<Long, Cells> cells =
        combinations <= LARGEST_DENSE_TABLE
            ? countDense(request, attributes, strides, (int) combinations)
            : countSparse(request, attributes, strides);
    return new ContingencyTable(attributes, strides, cells);
  }

  /// The groups of one attribute set, in the order of the attributes' values, unknown last.
  ///
  /// Of a single attribute every value is a group, also one without rows; of an intersection only
  /// the combinations that occur. The unknown group is present where it has rows.
  ///
  /// @param set positions of attributes, ascending
  List<Group> groups(List<Integer> set) {
    Map<List<Integer>, Cells> sums = new TreeMap<>(ContingencyTable::compareDigits);
    if (set.size() == 1) {
      seedEmptyGroups(set.getFirst(), sums);
    }
    cells.forEach(
        (combination, counts) -> sums.merge(digits(combination, set), counts, Cells::plus));
    List<Group> groups = new ArrayList<>(sums.size());
    sums.forEach((digits, counts) -> groups.add(group(set, digits, counts)));
    return groups;
  }

  private void seedEmptyGroups(int attribute, Map<List<Integer>, Cells> sums) {
    for (int digit = 0; digit < attributes.get(attribute).values().size(); digit++) {
      sums.put(List.of(digit), Cells.EMPTY);
    }
  }

  private List<Integer> digits(long combination, List<Integer> set) {
    return set.stream()
        .map(i -> (int) (combination / strides[i] % attributes.get(i).radix()))
        .toList();
  }

  private Group group(List<Integer> set, List<Integer> digits, Cells counts) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    boolean known = true;
    for (int i = 0; i < set.size(); i++) {
      Attribute attribute = attributes.get(set.get(i));
      names.add(attribute.name());
      values.add(attribute.valueOf(digits.get(i)));
      known &= !attribute.isUnknown(digits.get(i));
    }
    return new Group(
        String.join(Attribute.JOINT, names),
        String.join(Attribute.JOINT, values),
        digits,
        known,
        counts);
  }

  private static int compareDigits(List<Integer> one, List<Integer> two) {
    for (int i = 0; i < one.size(); i++) {
      int order = Integer.compare(one.get(i), two.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static long[] strides(List<Attribute> attributes) {
    long[] strides = new long[attributes.size()];
    long stride = 1;
    for (int i = attributes.size() - 1; i >= 0; i--) {
      strides[i] = stride;
      stride = times(stride, attributes.get(i).radix(), attributes);
    }
    return strides;
  }

  private static long times(long stride, int radix, List<Attribute> attributes) {
    if (stride > Long.MAX_VALUE / radix) {
      throw new IllegalArgumentException(
          "The attributes %s have more than 2^63 combinations of values: audit fewer of them together."
              .formatted(attributes.stream().map(Attribute::name).toList()));
    }
    return stride * radix;
  }

  private static Map<Long, Cells> countDense(
      AuditRequest request, List<Attribute> attributes, long[] strides, int combinations) {
    long[] counts = new long[combinations * OUTCOMES];
    int rows = request.rows();
    for (int start = 0; start < rows; start += BATCH) {
      Interruption.check();
      int end = (int) Math.min((long) start + BATCH, rows);
      for (int row = start; row < end; row++) {
        int combination = (int) combination(attributes, strides, row);
        counts[combination * OUTCOMES + request.outcome(row)]++;
      }
    }
    Map<Long, Cells> cells = new HashMap<>();
    for (int combination = 0; combination < combinations; combination++) {
      Cells counted = Cells.of(counts, combination * OUTCOMES);
      if (counted.n() > 0) {
        cells.put((long) combination, counted);
      }
    }
    return cells;
  }

  private static Map<Long, Cells> countSparse(
      AuditRequest request, List<Attribute> attributes, long[] strides) {
    Map<Long, long[]> counts = new HashMap<>();
    for (int row = 0; row < request.rows(); row++) {
      if (row % BATCH == 0) {
        Interruption.check();
      }
      long combination = combination(attributes, strides, row);
      counts.computeIfAbsent(combination, absent -> new long[OUTCOMES])[request.outcome(row)]++;
    }
    Map<Long, Cells> cells = new HashMap<>();
    counts.forEach((combination, counted) -> cells.put(combination, Cells.of(counted, 0)));
    return cells;
  }

  private static long combination(List<Attribute> attributes, long[] strides, int row) {
    long combination = 0;
    for (int i = 0; i < strides.length; i++) {
      combination += strides[i] * attributes.get(i).digit(row);
    }
    return combination;
  }
}
