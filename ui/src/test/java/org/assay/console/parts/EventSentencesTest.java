package org.assay.console.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EventSentencesTest {
  @Test
  void everyKnownActHasASentenceInBothLanguages() throws IOException {
    for (var language : new String[] {"en", "zh"}) {
      var texts = texts(language);
      assertThat(EventSentences.known())
          .hasSizeGreaterThan(30)
          .allSatisfy(act -> assertThat(texts.getProperty("event." + act)).as(act).isNotBlank());
    }
  }

  private static Properties texts(String language) throws IOException {
    var name = "/vaadin-i18n/translations_" + language + ".properties";
    var texts = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(EventSentencesTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
