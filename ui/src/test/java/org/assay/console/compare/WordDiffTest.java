package org.assay.console.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.assay.console.compare.WordDiff.Fate;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void wordsThatStayAreKept() {
    var pieces = WordDiff.between("AUC 0.83 on a fifth.", "AUC 0.85 on a held-out fifth.");
    assertThat(pieces.stream().filter(p -> p.fate() == Fate.REMOVED).map(WordDiff.Piece::text))
        .containsExactly("0.83");
    assertThat(
            pieces.stream()
                .filter(p -> p.fate() == Fate.ADDED)
                .map(p -> p.text().strip())
                .collect(Collectors.toList()))
        .containsExactly("0.85", "held-out");
  }

  @Test
  void bothTextsCanBeReadFromThePieces() {
    var before = "仅限初步分拣；由人决定。\nTwo words";
    var after = "仅供初步分拣；每件由人决定。 Three words here";
    var pieces = WordDiff.between(before, after);
    assertThat(text(pieces, Fate.ADDED)).isEqualTo(before);
    assertThat(text(pieces, Fate.REMOVED)).isEqualTo(after);
  }

  @Test
  void fromNothingAllIsNew() {
    assertThat(WordDiff.between("", "all new"))
        .containsExactly(new WordDiff.Piece(Fate.ADDED, "all new"));
  }

  private static String text(List<WordDiff.Piece> pieces, Fate without) {
    return pieces.stream()
        .filter(p -> p.fate() != without)
        .map(WordDiff.Piece::text)
        .collect(Collectors.joining());
  }
}
