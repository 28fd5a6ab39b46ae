package org.assay.console.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:18:00Z");

  @Test
  void timesAreToldInTheReadersZoneWithItsOffset() {
    assertThat(Times.format(NOON, ZoneId.of("Asia/Shanghai"), Locale.UK))
        .contains("23 Nov 2026")
        .contains("20:18")
        .endsWith("GMT+8");
  }

  @Test
  void anUnknownZoneIsToldAsUtc() {
    assertThat(Times.zone("Mars/Olympus")).isEqualTo(ZoneOffset.UTC);
    assertThat(Times.zone((String) null)).isEqualTo(ZoneOffset.UTC);
    assertThat(Times.zone("Asia/Shanghai")).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void numbersReadAsPeopleWriteThem() {
    assertThat(Numbers.figure(-0.0001)).isEqualTo("0.000");
    assertThat(Numbers.figure(-0.12)).isEqualTo("−0.120");
    assertThat(Numbers.percent(0.95)).isEqualTo("95.0 %");
    assertThat(Numbers.bytes(999)).isEqualTo("999 B");
    assertThat(Numbers.bytes(183_492)).isEqualTo("179.2 KiB");
    assertThat(Numbers.bytes(5L << 30)).isEqualTo("5.0 GiB");
  }

  @Test
  void aDigestIsShortenedBehindItsAlgorithm() {
    assertThat(Digest.shortened("sha256:0123456789abcdef")).isEqualTo("0123456789ab…");
    assertThat(Digest.shortened("short")).isEqualTo("short");
  }

  @Test
  void aNameWithASlashStaysOnePartOfTheAddress() {
    assertThat(Paths.version("a/b c", 2)).isEqualTo("models/a%2Fb%20c/versions/2");
  }

  @Test
  void aTextByLanguageFallsBackToEnglish() {
    var title = Map.of("en", "Card", "zh", "卡");
    assertThat(Texts.inLanguage(title, Locale.SIMPLIFIED_CHINESE)).isEqualTo("卡");
    assertThat(Texts.inLanguage(title, Locale.FRENCH)).isEqualTo("Card");
    assertThat(Texts.inLanguage(Map.of(), Locale.FRENCH)).isEmpty();
  }

  @Test
  void whatBelongsToAnEventIsToldInAlphabeticalOrder() {
    assertThat(EventDetails.summary(Map.of("stage", "DRAFT", "reason", "x")))
        .isEqualTo("reason: x, stage: DRAFT");
  }
}
