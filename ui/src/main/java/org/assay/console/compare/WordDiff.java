package org.assay.console.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What changed between two texts, word by word: the longest common sequence stays, the rest was
/// taken out or put in. Chinese letters count as words each.
final class WordDiff {
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[^\\s\\p{IsHan}]+|\\s+");

  /// What became of a piece.
  enum Fate {
    KEPT,
    REMOVED,
    ADDED
  }

  record Piece(Fate fate, String text) {}

  private WordDiff() {}

  static List<Piece> between(String before, String after) {
    var left = words(before);
    var right = words(after);
    var common = lengths(left, right);
    var pieces = new ArrayList<Piece>();
    var i = 0;
    var j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
        add(pieces, Fate.KEPT, left.get(i));
        i++;
        j++;
      } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
        add(pieces, Fate.REMOVED, left.get(i));
        i++;
      } else {
        add(pieces, Fate.ADDED, right.get(j));
        j++;
      }
    }
    return pieces;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).toList();
  }

  /// How many words two ends of the texts have in common, for every pair of beginnings.
  private static short[][] lengths(List<String> left, List<String> right) {
    var lengths = new short[left.size() + 1][right.size() + 1];
    for (var i = left.size() - 1; i >= 0; i--) {
      for (var j = right.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            left.get(i).equals(right.get(j))
                ? (short) (lengths[i + 1][j + 1] + 1)
                : (short) Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }

  private static void add(List<Piece> pieces, Fate fate, String word) {
    if (!pieces.isEmpty() && pieces.getLast().fate() == fate) {
      var last = pieces.removeLast();
      pieces.add(new Piece(fate, last.text() + word));
    } else {
      pieces.add(new Piece(fate, word));
    }
  }
}
