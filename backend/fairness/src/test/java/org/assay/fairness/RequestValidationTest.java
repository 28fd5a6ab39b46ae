package org.assay.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RequestValidationTest {

  private static final Attribute SEX =
      new Attribute("sex", List.of("female", "male"), new int[] {0, 1, -1});
  private static final boolean[] THREE = {true, false, true};

  @Test
  void predictionsOfAnotherLengthAreRefused() {
    refused(
        () -> request(new boolean[2], List.of(SEX), Map.of(), 1, .95),
        "predictions has 2 rows but labels has 3");
  }

  @Test
  void codesOfAnotherLengthAreRefused() {
    Attribute shorter = new Attribute("race", List.of("blue"), new int[] {0});
    refused(() -> request(THREE, List.of(SEX, shorter), Map.of(), 1, .95), "\"race\" has 1 codes");
  }

  @Test
  void aCodeOutOfRangeIsRefused() {
    refused(
        () -> new Attribute("race", List.of("blue"), new int[] {0, 1}),
        "\"race\": row 1 has code 1, allowed are -1 (unknown) to 0");
    refused(() -> new Attribute("race", List.of("blue"), new int[] {-2}), "row 0 has code -2");
  }

  @Test
  void aReferenceThatIsNoValueIsRefusedAndTheValuesAreNamed() {
    refused(
        () -> request(THREE, List.of(SEX), Map.of("sex", "men"), 1, .95),
        "\"sex\" has no value \"men\" to be its reference; its values are [female, male]");
  }

  @Test
  void aReferenceForAnAttributeThatIsNotAuditedIsRefused() {
    refused(
        () -> request(THREE, List.of(SEX), Map.of("race", "blue"), 1, .95),
        "\"race\", which is not audited; audited are [sex]");
  }

  @Test
  void anAttributeGivenTwiceIsRefused() {
    refused(() -> request(THREE, List.of(SEX, SEX), Map.of(), 1, .95), "\"sex\" is given twice");
  }

  @Test
  void namesThatResultsCouldNotBeToldApartByAreRefused() {
    refused(() -> new Attribute(" ", List.of(), new int[0]), "blank name");
    refused(() -> new Attribute("a=b", List.of(), new int[0]), "\"a=b\"");
    refused(() -> new Attribute("a x b", List.of(), new int[0]), "\"a x b\"");
    refused(() -> new Attribute("a", List.of("unknown"), new int[0]), "\"unknown\"");
    refused(() -> new Attribute("a", List.of("p x q"), new int[0]), "\"p x q\"");
    refused(() -> new Attribute("a", List.of("p", "p"), new int[0]), "\"p\" twice");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    refused(() -> request(THREE, List.of(SEX), Map.of(), 0, .95), "minimumGroupSize is 0");
    refused(() -> request(THREE, List.of(SEX), Map.of(), 1, 1), "level is 1.0");
    refused(() -> request(THREE, List.of(SEX), Map.of(), 1, Double.NaN), "level is NaN");
    refused(() -> request(THREE, List.of(), Map.of(), 1, .95), "attributes is empty");
    refused(
        () -> new AuditRequest(new boolean[0], THREE, List.of(SEX), Map.of(), 1, .95),
        "labels is empty");
  }

  @Test
  void aRequestIsNotChangedThroughItsArrays() {
    boolean[] labels = THREE.clone();
    int[] codes = {0, 1, -1};
    AuditRequest request =
        new AuditRequest(
            labels,
            THREE,
            List.of(new Attribute("sex", List.of("female", "male"), codes)),
            Map.of(),
            1,
            .95);
    AuditRequest same = request(THREE, List.of(SEX), Map.of(), 1, .95);
    labels[0] = false;
    codes[0] = 1;
    request.predictions()[0] = false;
    assertThat(request).isEqualTo(same).hasSameHashCodeAs(same);
  }

  @Test
  void aFigureThatIsNoNumberIsRefused() {
    refused(() -> new Measure.Defined(Double.NaN, null, 1), "NaN");
    refused(() -> new Measure.Defined(Double.POSITIVE_INFINITY, null, 1), "Infinity");
    refused(() -> new Measure.Defined(.5, null, 0), "at least one observation");
    refused(
        () -> new Measure.Defined(.5, new Interval(.6, .7, .95, "wilson"), 9),
        "does not contain its value 0.5");
    refused(() -> new Measure.Undefined(" "), "says why");
    refused(() -> new Measure.Suppressed("few", -1), "-1");
    refused(() -> new Interval(Double.NaN, 1, .95, "wilson"), "NaN");
    refused(() -> new Interval(1, 0, .95, "wilson"), "1.0 to 0.0");
    refused(() -> new GroupResult("a", "b", 5, 1, 1, 1, 1, Map.of()), "do not make 5 rows");
  }

  private static AuditRequest request(
      boolean[] predictions,
      List<Attribute> attributes,
      Map<String, String> references,
      int minimum,
      double level) {
    return new AuditRequest(THREE, predictions, attributes, references, minimum, level);
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
