package org.assay.explain;

import java.util.List;
import java.util.stream.IntStream;

/// Columns that are permuted together, such as the one-hot columns of one category.
///
/// @param columns indexes into a row, at least one
public record FeatureGroup(String name, List<Integer> columns) {
  /// @throws IllegalArgumentException for no columns, a negative one or one given twice
  public FeatureGroup {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || columns.stream().anyMatch(column -> column < 0)) {
      throw new IllegalArgumentException(
          "group " + name + " needs columns of at least 0, not " + columns);
    }
    if (columns.stream().distinct().count() < columns.size()) {
      throw new IllegalArgumentException("group " + name + " names a column twice: " + columns);
    }
  }

  /// One group per feature, in the order of the columns.
  public static List<FeatureGroup> each(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> new FeatureGroup(names.get(i), List.of(i)))
        .toList();
  }
}
