package org.assay.console.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.api.assessments.StepState;
import org.assay.api.datasets.GrantState;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.Sensitivity;
import org.assay.api.jobs.JobState;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.monitoring.PartState;
import org.assay.api.releases.ReleaseState;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.ReviewState;
import org.junit.jupiter.api.Test;

class TranslationsTest {
  /// A text's key where it stands in the code: as the argument of a method or a constructor.
  private static final Pattern KEY =
      Pattern.compile(
          "(?:text|fact|line|say|item|fact|button)\\(\\s*(?:[a-z][\\w.]*,\\s*)?\"([a-z]\\w*\\.[\\w.-]+)\"");

  private static final Pattern WHOLE = Pattern.compile("\"((?:next|mapping)\\.\\w+)\"");

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(texts("zh").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(texts("en").stringPropertyNames());
  }

  @Test
  void bothLanguagesFillTheSamePlaces() {
    var chinese = texts("zh");
    texts("en")
        .forEach(
            (key, english) ->
                assertThat(places(chinese.getProperty((String) key)))
                    .as((String) key)
                    .isEqualTo(places((String) english)));
  }

  @Test
  void everyTextTheCodeAsksForExists() throws IOException {
    var missing = new TreeSet<String>();
    var known = texts("en").stringPropertyNames();
    var asked = new TreeSet<String>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      sources
          .filter(path -> path.toString().endsWith(".java"))
          .forEach(path -> asked.addAll(keys(path)));
    }
    for (var key : asked) {
      var isWhole = known.contains(key);
      var isBeginning = key.endsWith(".") && known.stream().anyMatch(k -> k.startsWith(key));
      if (!isWhole && !isBeginning && !known.contains(key + ".title")) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(asked).hasSizeGreaterThan(150);
  }

  @Test
  void everyValueOfAnEnumHasAName() {
    var known = texts("en").stringPropertyNames();
    Stream.of(
            Stage.values(),
            RiskTier.values(),
            ReviewState.values(),
            Decision.values(),
            ReleaseState.values(),
            StepState.values(),
            JobState.values(),
            Sensitivity.values(),
            Mask.values(),
            GrantState.values(),
            PartState.values())
        .flatMap(Stream::of)
        .forEach(value -> assertThat(known).contains(key((Enum<?>) value)));
  }

  @Test
  void noTextHasAnApostropheThatTheFormatterWouldSwallow() {
    for (var language : Set.of("en", "zh")) {
      texts(language)
          .forEach((key, text) -> assertThat((String) text).as((String) key).doesNotContain("'"));
    }
  }

  private static String key(Enum<?> value) {
    var kind = value.getDeclaringClass().getSimpleName();
    return Character.toLowerCase(kind.charAt(0)) + kind.substring(1) + "." + value.name();
  }

  private static int places(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  private static Set<String> keys(Path source) {
    try {
      var code = Files.readString(source);
      var keys = new TreeSet<String>();
      KEY.matcher(code).results().forEach(found -> keys.add(found.group(1)));
      WHOLE.matcher(code).results().forEach(found -> keys.add(found.group(1)));
      return keys;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Properties texts(String language) {
    var name = "/vaadin-i18n/translations_" + language + ".properties";
    var texts = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(TranslationsTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
