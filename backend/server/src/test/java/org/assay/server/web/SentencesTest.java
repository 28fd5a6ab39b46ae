package org.assay.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.api.datasets.GrantState;
import org.assay.api.jobs.JobState;
import org.assay.api.models.Stage;
import org.assay.api.releases.ReleaseState;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.ReviewState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
  private static final Path SOURCES = Path.of("src/main/java/org/assay/server");
  private static final Pattern KEY =
      Pattern.compile("Sentence\\s*\\.of\\(\\s*\"([a-z][a-z.-]*[a-z])\"");
  private static final Pattern GAP = Pattern.compile("\\{(\\d)}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @Test
  void bothLanguagesSayTheSameSentencesWithTheSameGaps() {
    assertThat(keys(Language.CHINESE)).isEqualTo(keys(Language.ENGLISH));
    for (String key : keys(Language.ENGLISH)) {
      assertThat(gaps(Language.CHINESE, key)).as(key).isEqualTo(gaps(Language.ENGLISH, key));
    }
  }

  @Test
  void everyChineseSentenceIsChinese() {
    for (String key : keys(Language.CHINESE)) {
      assertThat(CHINESE.matcher(Language.CHINESE.template(key)).find()).as(key).isTrue();
      assertThat(CHINESE.matcher(Language.ENGLISH.template(key)).find()).as(key).isFalse();
    }
  }

  @Test
  void everySentenceThatIsSaidExistsAndThereIsNoOther() throws IOException {
    Set<String> said = new TreeSet<>(saidInSources());
    assertThat(said).isNotEmpty();
    Arrays.stream(ProblemType.values())
        .map(t -> ((Sentence.Keyed) t.title()).key())
        .forEach(said::add);
    states().map(SentencesTest::word).forEach(said::add);
    assertThat(keys(Language.ENGLISH)).isEqualTo(said);
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyKindOfProblemHasATitleInBothLanguages(ProblemType type) {
    String english = type.title().in(Language.ENGLISH);
    String chinese = type.title().in(Language.CHINESE);
    assertThat(english).isNotBlank();
    assertThat(chinese).isNotBlank().isNotEqualTo(english);
  }

  @Test
  void statesAreCalledAsInTheApiInEnglishAndHaveAWordInChinese() {
    states()
        .forEach(
            state -> {
              assertThat(Language.ENGLISH.word(state)).isEqualTo(state.name());
              assertThat(Language.CHINESE.word(state)).isNotEqualTo(state.name());
            });
    Sentence ended = Sentence.of("jobs.ended", JobState.CANCELLED);
    assertThat(ended.in(Language.ENGLISH)).isEqualTo("The job has ended already: CANCELLED.");
    assertThat(ended.in(Language.CHINESE)).isEqualTo("任务已经结束：已取消。");
    assertThat(Language.CHINESE.word(ProblemType.INVALID)).isEqualTo("INVALID");
  }

  @Test
  void gapsAreFilledInEachLanguagesOwnWay() {
    Sentence what = Sentence.of("web.the-field", "a$1\\b");
    assertThat(Sentence.of("web.unexpected-shape", what).in(Language.ENGLISH))
        .isEqualTo("The field a$1\\b is not what is expected here.");
    assertThat(Sentence.of("web.unexpected-shape", what).in(Language.CHINESE))
        .isEqualTo("字段“a$1\\b”不符合此处的要求。");
    Sentence list = Sentence.of("web.the-field", List.of("a", "b"));
    assertThat(list.in(Language.ENGLISH)).isEqualTo("The field a, b");
    assertThat(list.in(Language.CHINESE)).isEqualTo("字段“a、b”");
    assertThat(Sentence.verbatim("as {0} is").in(Language.CHINESE)).isEqualTo("as {0} is");
  }

  @Test
  void aRefusalsMessageIsItsEnglish() {
    Refusal refusal = new Refusal.NotFound(Sentence.of("jobs.no-job", 7));
    assertThat(refusal).hasMessage("There is no job 7.");
    assertThat(refusal.detail().in(Language.CHINESE)).isEqualTo("任务 7 不存在。");
  }

  private static Stream<Enum<?>> states() {
    return Stream.of(
            Stage.values(),
            ReviewState.values(),
            Decision.values(),
            ReleaseState.values(),
            JobState.values(),
            GrantState.values())
        .flatMap(Arrays::stream);
  }

  private static String word(Enum<?> state) {
    return "word." + state.getDeclaringClass().getSimpleName() + "." + state.name();
  }

  private static Set<String> saidInSources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .flatMap(f -> KEY.matcher(read(f)).results())
          .map(r -> r.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> keys(Language language) {
    return new TreeSet<>(ResourceBundle.getBundle("problems", language.locale()).keySet());
  }

  private static List<String> gaps(Language language, String key) {
    return GAP.matcher(language.template(key))
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }
}
