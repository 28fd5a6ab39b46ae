package org.assay.worker.protocol;

import java.util.HashSet;
import java.util.List;

/// One column of a table. The arrays are not copied: the giver does not change them afterwards.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Column {
  /// The code of a missing text.
  int MISSING = -1;

  String name();

  int rows();

  /// @param values NaN where missing
  record Numbers(String name, double[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }
  }

  /// @param dictionary the texts that occur, each once
  /// @param codes per row the text's index, or [#MISSING]
  record Texts(String name, List<String> dictionary, int[] codes) implements Column {
    /// @throws IllegalArgumentException for a text listed twice or a code outside the dictionary
    public Texts {
      dictionary = List.copyOf(dictionary);
      if (new HashSet<>(dictionary).size() < dictionary.size()) {
        throw new IllegalArgumentException("column \"" + name + "\" lists a text twice");
      }
      for (int row = 0; row < codes.length; row++) {
        if (codes[row] < MISSING || codes[row] >= dictionary.size()) {
          throw new IllegalArgumentException(
              "column \"%s\", row %d has code %d; allowed are -1 (missing) to %d"
                  .formatted(name, row, codes[row], dictionary.size() - 1));
        }
      }
    }

    @Override
    public int rows() {
      return codes.length;
    }
  }
}
