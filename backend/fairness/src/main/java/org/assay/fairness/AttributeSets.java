package org.assay.fairness;

import java.util.ArrayList;
import java.util.List;

/// The attribute sets an audit looks at: every attribute, then every pair, then every triple.
/// Larger intersections are left out: their groups are rarely large enough to say anything.
final class AttributeSets {

  static final int LARGEST = 3;

  private AttributeSets() {}

  /// Ascending positions, smaller sets first, in lexicographic order within a size.
  static List<List<Integer>> of(int attributes) {
    List<List<Integer>> all = new ArrayList<>();
    List<List<Integer>> previous = List.of(List.of());
    for (int size = 1; size <= Math.min(LARGEST, attributes); size++) {
      previous = extended(previous, attributes);
      all.addAll(previous);
    }
    return all;
  }

  private static List<List<Integer>> extended(List<List<Integer>> sets, int attributes) {
    List<List<Integer>> larger = new ArrayList<>();
    for (List<Integer> set : sets) {
      for (int next = set.isEmpty() ? 0 : set.getLast() + 1; next < attributes; next++) {
        List<Integer> longer = new ArrayList<>(set);
        longer.add(next);
        larger.add(List.copyOf(longer));
      }
    }
    return larger;
  }
}
