package org.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CanonicalJsonPropertyTest {

  @Property(tries = 2000)
  void readingTheCanonicalTextGivesTheValueBack(@ForAll("values") Object value) {
    assertThat(CanonicalJson.parse(CanonicalJson.of(value))).isEqualTo(value);
  }

  @Property(tries = 2000)
  void theCanonicalTextIsAFixpoint(@ForAll("values") Object value) {
    String canonical = CanonicalJson.of(value);
    assertThat(CanonicalJson.of(CanonicalJson.parse(canonical))).isEqualTo(canonical);
  }

  @Property(tries = 500)
  void theOrderOfMembersDoesNotMatter(@ForAll("objects") Map<String, Object> members) {
    SequencedMap<String, Object> ordered = new LinkedHashMap<>(members);
    Map<String, Object> reversed = new LinkedHashMap<>(ordered.reversed());
    assertThat(CanonicalJson.of(reversed)).isEqualTo(CanonicalJson.of(members));
  }

  @Property(tries = 20_000)
  void everyFiniteDoubleReadsBackAsItself(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value) && value != 0) {
      assertThat(Double.parseDouble(CanonicalJson.of(value))).isEqualTo(value);
    }
  }

  @Property(tries = 5000)
  void anyTextIsEitherReadOrRefusedByName(@ForAll String text) {
    try {
      Object value = CanonicalJson.parse(text);
      assertThat(CanonicalJson.bytes(value))
          .isEqualTo(CanonicalJson.of(value).getBytes(StandardCharsets.UTF_8));
    } catch (InvalidJsonException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  @Provide
  Arbitrary<Object> values() {
    return tree(3);
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    return Arbitraries.maps(texts(), tree(2)).ofMaxSize(8);
  }

  private static Arbitrary<Object> tree(int depth) {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            texts().map(Object.class::cast),
            Arbitraries.doubles().filter(value -> value != 0).map(Object.class::cast),
            Arbitraries.longs()
                .map(Double::longBitsToDouble)
                .filter(v -> Double.isFinite(v) && v != 0)
                .map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast));
    if (depth == 0) {
      return leaves;
    }
    return Arbitraries.frequencyOf(
        Tuple.of(2, leaves),
        Tuple.of(1, tree(depth - 1).list().ofMaxSize(4).map(Object.class::cast)),
        Tuple.of(
            1, Arbitraries.maps(texts(), tree(depth - 1)).ofMaxSize(4).map(Object.class::cast)));
  }

  /// Whole code points only, astral ones among them.
  private static Arbitrary<String> texts() {
    return Arbitraries.integers()
        .between(0, Character.MAX_CODE_POINT)
        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        .list()
        .ofMaxSize(6)
        .map(
            points ->
                points.stream()
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
  }
}
