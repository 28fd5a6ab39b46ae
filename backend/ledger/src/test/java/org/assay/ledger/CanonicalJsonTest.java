package org.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  /// RFC 8785, section 3.2.2.
  private static final String SAMPLE =
      """
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
        "literals": [null, true, false]
      }
      """;

  @Test
  void theSampleOfRfc8785BecomesItsPublishedBytes() {
    // RFC 8785, section 3.2.4
    String published =
        """
        7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65
        72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30 2e 30
        30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c
        22 5c 5c 5c 5c 5c 22 2f 22 7d
        """
            .replaceAll("\\s", "");
    assertThat(HexFormat.of().formatHex(CanonicalJson.bytes(CanonicalJson.parse(SAMPLE))))
        .isEqualTo(published);
  }

  @Test
  void membersAreSortedByUtf16UnitsAsInRfc8785Section323() {
    String text =
        """
        {
          "\\u20ac": "Euro Sign",
          "\\r": "Carriage Return",
          "\\ufb33": "Hebrew Letter Dalet With Dagesh",
          "1": "One",
          "\\ud83d\\ude00": "Emoji: Grinning Face",
          "\\u0080": "Control",
          "\\u00f6": "Latin Small Letter O With Diaeresis"
        }
        """;
    String canonical = CanonicalJson.of(CanonicalJson.parse(text));
    assertThat(
            ((Map<?, ?>) CanonicalJson.parse(canonical))
                .values().stream().map(Object::toString).toList())
        .containsExactly(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
    assertThat(canonical)
        .startsWith("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\"");
  }

  @Test
  void nestedStructuresAreSortedAtEveryLevel() {
    String text =
        "{\"1\": {\"f\": {\"f\": \"hi\",\"F\": 5} ,\"\\n\": 56.0}, \"10\": { }, \"\": \"empty\", \"a\": { }, \"111\": [ {\"e\": \"yes\",\"E\": \"no\" } ], \"A\": { }}";
    assertThat(CanonicalJson.of(CanonicalJson.parse(text)))
        .isEqualTo(
            "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}");
  }

  @Test
  void onlyTheNeededCharactersAreEscaped() {
    assertThat(CanonicalJson.of("\u0000\b\t\n\u000b\f\r\u001f\"\\/\u007f\u2028é"))
        .isEqualTo("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u007f\u2028é\"");
  }

  @Test
  void unicodeIsNotNormalised() {
    assertThat(CanonicalJson.bytes("A\u030a"))
        .isEqualTo("\"A\u030a\"".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void halfASurrogatePairIsRefusedInTextsNamesAndEscapes() {
    for (String half : List.of("\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db")) {
      assertThatThrownBy(() -> CanonicalJson.of(half)).hasMessageContaining("surrogate");
      assertThatThrownBy(() -> CanonicalJson.of(Map.of(half, 1))).hasMessageContaining("surrogate");
      assertThatThrownBy(() -> CanonicalJson.parse('"' + half + '"'))
          .hasMessageContaining("surrogate");
    }
    assertThatThrownBy(() -> CanonicalJson.parse("\"\\ud83d\"")).hasMessageContaining("surrogate");
  }

  @Test
  void namesThatAreNotStringsAndForeignTypesAreRefused() {
    assertThatThrownBy(() -> CanonicalJson.of(Map.of(1, "one")))
        .hasMessageContaining("member name");
    assertThatThrownBy(() -> CanonicalJson.of('c')).hasMessageContaining("java.lang.Character");
    assertThatThrownBy(() -> CanonicalJson.of(new int[] {1}))
        .isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void aStructureThatContainsItselfIsRefused() {
    List<Object> circle = new ArrayList<>();
    circle.add(circle);
    assertThatThrownBy(() -> CanonicalJson.of(circle)).hasMessageContaining("deeper than 64");
  }

  @Test
  void sixtyFourLevelsAreReadAndSixtyFiveAreRefused() {
    String deepest = "[".repeat(65) + "]".repeat(65);
    assertThat(CanonicalJson.of(CanonicalJson.parse(deepest))).isEqualTo(deepest);
    assertThatThrownBy(() -> CanonicalJson.parse("[" + deepest + "]"))
        .hasMessageContaining("deeper than 64");
    assertThatThrownBy(() -> CanonicalJson.parse("[".repeat(1_000_000)))
        .hasMessageContaining("deeper than 64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "[,1]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "01",
        "+1",
        ".5",
        "5.",
        "1e",
        "0x1",
        "NaN",
        "Infinity",
        "-",
        "--1",
        "1e999",
        "-1e999",
        "tru",
        "True",
        "nul",
        "\"",
        "\"\\x41\"",
        "\"\\u12G4\"",
        "\"\\u123\"",
        "\"a\tb\"",
        "1 2",
        "[1] x",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "// c\n1",
        "\ufeff1",
        "\u00a01",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "[1 2]",
        "]"
      })
  void textsThatAreNotStrictJsonAreRefused(String text) {
    assertThatThrownBy(() -> CanonicalJson.parse(text)).isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void whatIsReadCannotBeChanged() {
    Map<?, ?> map = (Map<?, ?>) CanonicalJson.parse("{\"a\":[1]}");
    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
