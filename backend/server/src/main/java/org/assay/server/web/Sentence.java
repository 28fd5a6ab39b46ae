package org.assay.server.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is said to a person, in the language of whoever reads it.
public sealed interface Sentence {
  /// A sentence of the bundle `problems`.
  ///
  /// @param key its name there
  /// @param gaps what belongs into `{0}`, `{1}` and so on: names, numbers, other sentences, states,
  ///     which each language has its words for, and collections, which are listed
  static Sentence of(String key, @Nullable Object... gaps) {
    return new Keyed(key, Arrays.stream(gaps).map(g -> g == null ? (Object) "null" : g).toList());
  }

  /// Words that stay as they are in every language: those of a person, a file or another program.
  static Sentence verbatim(String words) {
    return new Verbatim(words);
  }

  String in(Language language);

  /// @param key a name in the bundle
  /// @param gaps what belongs into the gaps
  record Keyed(String key, List<Object> gaps) implements Sentence {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    public Keyed {
      gaps = List.copyOf(gaps);
    }

    @Override
    public String in(Language language) {
      return GAP.matcher(language.template(key))
          .replaceAll(
              gap -> {
                Object filling = gaps.get(Integer.parseInt(gap.group(1)));
                return Matcher.quoteReplacement(said(filling, language));
              });
    }

    private static String said(Object gap, Language language) {
      return switch (gap) {
        case Sentence sentence -> sentence.in(language);
        case Enum<?> constant -> language.word(constant);
        case Collection<?> list ->
            list.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(language.listSeparator()));
        default -> gap.toString();
      };
    }
  }

  /// @param words said as they are
  record Verbatim(String words) implements Sentence {
    @Override
    public String in(Language language) {
      return words;
    }
  }
}
