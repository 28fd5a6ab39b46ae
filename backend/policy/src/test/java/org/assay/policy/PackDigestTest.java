package org.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PackDigestTest {
  @Test
  void theDigestIsSha256OfTheTextInUtf8() {
    // FIPS 180-4's example "abc"; "中" is e4 b8 ad in UTF-8.
    assertThat(PackDigest.of("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(PackDigest.of("abc").toString()).startsWith("sha256:ba7816bf");
    assertThat(PackDigest.of("中")).isNotEqualTo(PackDigest.of("?"));
  }

  @Test
  void aTextThatIsNoDigestIsRefused() {
    assertThatThrownBy(() -> new PackDigest("BA78")).isInstanceOf(IllegalArgumentException.class);
  }
}
