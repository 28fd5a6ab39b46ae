package org.assay.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zh",
        "zh-CN",
        "zh-TW",
        "zh-Hans-CN",
        "ZH-cn",
        "zh-CN,zh;q=0.9,en;q=0.8",
        "fr, zh;q=0.3",
        "en;q=0.2, zh-CN"
      })
  void whoPrefersChineseIsAnsweredInChinese(String header) {
    assertThat(Language.of(header)).isEqualTo(Language.CHINESE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "en",
        "en-US,en;q=0.9,zh-CN;q=0.8",
        "fr",
        "*",
        "zh;q=0",
        "this is no header, ; q=",
        "zh;q=many"
      })
  void anyoneElseIsAnsweredInEnglish(String header) {
    assertThat(Language.of(header)).isEqualTo(Language.ENGLISH);
  }

  @Test
  void withoutAHeaderItIsEnglish() {
    assertThat(Language.of(null)).isEqualTo(Language.ENGLISH);
  }
}
