package org.assay.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assay.api.models.Stage;
import org.assay.server.web.Refusal;
import org.junit.jupiter.api.Test;

class VersionFilterTest {
  @Test
  void nothingAskedIsAllVersions() {
    assertThat(VersionFilter.of(null, null, " ", null, false).where()).isEmpty();
    assertThat(VersionFilter.of("  ", null, null, "", false).parameters()).isEmpty();
  }

  @Test
  void aTextIsPartOfANameWhateverTheCase() {
    VersionFilter filter = VersionFilter.of(" Credit ", null, null, null, false);
    assertThat(filter.where()).isEqualTo("(position(? in m.name) > 0)");
    assertThat(filter.parameters()).containsExactly("credit");
  }

  @Test
  void sixHexadecimalDigitsMayBeginADigestAndFiveDoNot() {
    assertThat(VersionFilter.of("ABCDEF", null, null, null, false).parameters())
        .containsExactly("abcdef", "abcdef%");
    assertThat(VersionFilter.of("sha256:0123456", null, null, null, false).parameters())
        .containsExactly("sha256:0123456", "0123456%");
    assertThat(VersionFilter.of("abcde", null, null, null, false).where()).doesNotContain("digest");
  }

  @Test
  void aNameAndANumberNameAVersion() {
    assertThat(VersionFilter.of("credit 3", null, null, null, false).parameters())
        .containsExactly("credit 3", "credit", 3);
    assertThat(VersionFilter.of("credit v3", null, null, null, false).parameters())
        .containsExactly("credit v3", "credit", 3);
  }

  @Test
  void everythingElseIsAskedToo() {
    VersionFilter filter = VersionFilter.of(null, Stage.DRAFT, "olivia", "Blocked", true);
    assertThat(filter.parameters()).containsExactly("DRAFT", "olivia", "BLOCKED");
    assertThat(filter.where()).contains("v.stage = ?", "m.owner = ?", "g.verdict", "i.concerns");
    assertThatThrownBy(() -> VersionFilter.of(null, null, null, "ajar", false))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining("ajar");
  }
}
