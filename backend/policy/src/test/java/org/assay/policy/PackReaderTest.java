package org.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackReaderTest {
  private static final String GOOD = Packs.withCheck("evidence.audit.ratio >= 0.8");

  private static PackException refusal(String yaml) {
    return catchThrowableOfType(PackException.class, () -> PackReader.read(yaml, "p/x.yaml"));
  }

  /// The place of the first occurrence of a piece of the text.
  private static Position placeOf(String yaml, String piece) {
    String before = yaml.substring(0, yaml.indexOf(piece));
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    return new Position(line, before.length() - before.lastIndexOf('\n'));
  }

  private static void assertRefused(String yaml, String control, String piece, String problem) {
    PackException refusal = refusal(yaml);
    assertThat(refusal).as("refused: %s", problem).isNotNull();
    assertThat(refusal.control()).as(refusal.getMessage()).isEqualTo(control);
    assertThat(refusal.position()).as(refusal.getMessage()).isEqualTo(placeOf(yaml, piece));
    assertThat(refusal)
        .hasMessageStartingWith("p/x.yaml:" + refusal.position() + ": ")
        .hasMessageContaining(problem);
    if (control != null) {
      assertThat(refusal).hasMessageContaining(": control " + control + ": ");
    }
  }

  @Test
  void aPackIsReadWhole() {
    PolicyPack pack =
        PackReader.read(Packs.withHead("jurisdiction: EU\nvalid: {from: 2027-12-02}"), "p/x.yaml");
    assertThat(pack.name()).isEqualTo("example");
    assertThat(pack.version()).isEqualTo("2026.11.1");
    assertThat(pack.title().byLanguage()).containsEntry("zh", "示例");
    assertThat(pack.provenance().jurisdiction()).isEqualTo("EU");
    assertThat(pack.validity()).isEqualTo(new Validity(LocalDate.of(2027, 12, 2), null));
    Control control = pack.controls().getFirst();
    assertThat(control.rule().check().text()).isEqualTo("evidence.audit.ratio >= 0.8");
    assertThat(control.rule().requires()).containsExactly(new EvidencePath("audit.ratio"));
    assertThat(control.cases().getFirst().evidence())
        .isEqualTo(Map.of("audit", Map.of("ratio", 0.9)));
  }

  @Test
  void unknownKeysAreRefused() {
    assertRefused(GOOD.replace("remedy:", "remedi:"), "ratio", "remedi", "unknown key 'remedi'");
    assertRefused(GOOD.replace("source: {", "source: {url: x, "), null, "url", "unknown key 'url'");
    assertRefused(GOOD.replace("{en: Ratio", "{fr: x, en: Ratio"), "ratio", "fr:", "unknown key");
    assertRefused(GOOD.replace("expect:", "expects:"), "ratio", "expects", "unknown key");
    assertRefused(GOOD.replace("pack:", "pak:"), null, "pak", "unknown key 'pak'");
  }

  @Test
  void missingKeysAreRefused() {
    assertRefused(
        GOOD.replaceAll(" +citation: .*\n", ""), "ratio", "id: ratio", "'citation' is missing");
    assertRefused(GOOD.replace(", zh: 比率达标", ""), "ratio", "{en: Ratio", "'zh' is missing");
    assertRefused(GOOD.replace("version: 2026.11.1\n", ""), null, "pack:", "'version' is missing");
    assertRefused(GOOD.replace("id: ratio", "x: 1"), null, "x: 1", "'id' is missing");
  }

  @Test
  void aKeyTwiceIsRefused() {
    String yaml = GOOD + "    citation: Another\n";
    PackException refusal = refusal(yaml);
    assertThat(refusal).hasMessageContaining("'citation' is here twice");
    assertThat(refusal.position().line()).isEqualTo((int) yaml.lines().count());
  }

  @Test
  void wordsOutsideTheirChoiceAreRefused() {
    assertRefused(
        GOOD.replace("blocking", "fatal"),
        "ratio",
        "fatal",
        "none of blocking, warning, information");
    assertRefused(GOOD.replace("expect: pass", "expect: ok"), "ratio", "ok}", "none of pass, fail");
    assertRefused(GOOD + "    phase: later\n", "ratio", "later", "none of assessment, release");
  }

  @Test
  void badNamesVersionsPathsAndDatesAreRefused() {
    assertRefused(
        GOOD.replace("id: ratio", "id: Ratio_1"), "Ratio_1", "Ratio_1", "lower-case words");
    assertRefused(GOOD.replace("2026.11.1", "v1"), null, "v1", "year.month.number");
    assertRefused(GOOD.replace("audit.ratio]", "audit..x]"), "ratio", "audit..x", "not a path");
    assertRefused(
        GOOD.replace("[audit.ratio]", "[evidence.audit.ratio]"),
        "ratio",
        "evidence.audit.ratio]",
        "starts inside the evidence: 'audit.ratio'");
    assertRefused(Packs.withHead("valid: {from: soon}"), null, "soon", "soon");
    assertRefused(
        Packs.withHead("valid: {from: 2027-01-01, until: 2026-01-01}"), null, "{from", "earlier");
  }

  @Test
  void aBlankTextIsRefused() {
    assertRefused(
        GOOD.replace("House rule\n    remedy", "''\n    remedy"), "ratio", "''", "not blank");
    assertRefused(GOOD.replace("en: Do better.", "en: ~"), "ratio", "~", "not blank");
  }

  @Test
  void emptyListsAreRefused() {
    assertRefused(GOOD.replace("[audit.ratio]", "[]"), "ratio", "[]", "at least one element");
    assertRefused(GOOD.replaceAll("cases: .*", "cases: []"), "ratio", "[]", "at least one element");
  }

  @Test
  void twoControlsWithOneIdAreRefused() {
    String yaml = GOOD + Packs.control("ratio", "check: \"true\"");
    assertThat(refusal(yaml)).hasMessageContaining("another control has this id");
  }

  @Test
  void expressionsAreRefusedAtTheCharacterThatIsWrong() {
    assertRefused(Packs.withCheck("evidence.audit.ratio >= && 1"), "ratio", "&& 1", "no valid CEL");
    assertRefused(Packs.withCheck("evidense.audit > 1"), "ratio", "evidense", "undeclared");
    assertRefused(Packs.withCheck("1 + 1"), "ratio", "1 + 1", "yields int, but must yield bool");
    assertRefused(
        Packs.withControl("check: 'true'\nvalue: \"1 > 0\""),
        "ratio",
        "1 > 0",
        "must yield string");
    assertRefused(
        Packs.withControl("check: |\n  evidence.audit.ratio > 0\n    && evidense.x"),
        "ratio",
        "evidense",
        "undeclared");
    assertRefused(
        Packs.withControl("check: >-\n  evidence.audit.ratio > 0\n  && evidense.x"),
        "ratio",
        "evidense",
        "undeclared");
    assertRefused(
        Packs.withControl("check: 'evidence.audit.x == ''a'' && evidense.x'"),
        "ratio",
        "evidense",
        "undeclared");
    assertRefused(
        Packs.withCheck("evidence.audit.x == \\\"名\\\" && evidense.x"),
        "ratio",
        "evidense",
        "undeclared");
  }

  @Test
  void anExpressionTooLongOrTooDeepIsRefused() {
    assertThat(refusal(Packs.withCheck("true" + " && true".repeat(600))))
        .hasMessageContaining("no valid CEL");
    assertThat(refusal(Packs.withCheck("(".repeat(500) + "true" + ")".repeat(500))))
        .hasMessageContaining("no valid CEL");
  }

  @Test
  void whatIsNoPlainYamlIsRefused() {
    assertThat(refusal("pack: [")).hasMessageStartingWith("p/x.yaml:1:8: no YAML: ");
    assertThat(refusal("")).hasMessageContaining("the pack is empty");
    assertThat(refusal("- a")).hasMessageContaining("a mapping (key: value) is needed");
    assertRefused(GOOD.replace("en: Example", "en: &a Example"), null, "&a", "anchor '&a'");
    assertThat(refusal("a: &a [*a]")).hasMessageContaining("p/x.yaml");
    assertRefused(
        GOOD.replace("ratio: 0.9}", "ratio: !!java.net.URL x}"), null, "!!java", "not allowed");
    assertRefused(
        GOOD.replace("ratio: 0.9}", "ratio: !!binary eA==}"), "ratio", "!!binary", "not used");
    assertThat(refusal(GOOD + "---\nb: 2\n")).hasMessageContaining("no YAML");
    assertThat(refusal("a: ".repeat(3) + "[".repeat(10_000))).hasMessageStartingWith("p/x.yaml:");
  }

  @Test
  void aPackWithoutTheSourceOfARuleDoesNotExist() {
    assertThatThrownBy(() -> PackReader.read(GOOD.replaceAll("source: .*\n", ""), "x"))
        .isInstanceOf(PackException.class);
  }
}
