package org.assay.server.biasaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assay.api.assessments.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.assay.onnx.mapping.OutputChoice;
import org.assay.server.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MappingsTest {
  private static final ColumnMapping.Output SCORE =
      new ColumnMapping.Output("p", null, "score", null, null);

  @Test
  void inputsKeepTheirOrderAndWhatIsLeftOutHasItsDefault() {
    var mapping = Mappings.of(mapping(null, SCORE));
    assertThat(mapping.features()).containsExactly("income", "area");
    assertThat(mapping.encoding("income")).isEqualTo(Encoding.Number.INSTANCE);
    assertThat(mapping.output()).isEqualTo(new OutputChoice.Score("p", 0, 0.5));
  }

  @Test
  void everyKindOfEncodingAndOutputIsCarriedOver() {
    var mapping =
        Mappings.of(
            mapping(
                Map.of(
                    "income",
                    new ColumnMapping.Encoding("categories", Map.of("low", 0.0, "high", 2.5)),
                    "area",
                    new ColumnMapping.Encoding("text", null)),
                new ColumnMapping.Output("label", null, "label", null, "yes")));
    assertThat(mapping.encoding("income"))
        .isEqualTo(new Encoding.Categories(Map.of("low", 0.0, "high", 2.5)));
    assertThat(mapping.encoding("area")).isEqualTo(Encoding.Text.INSTANCE);
    assertThat(mapping.output()).isEqualTo(new OutputChoice.Label("label", "yes"));
  }

  @Test
  void anEncodingOfAColumnThatFeedsNothingIsRefusedByName() {
    assertRefused(
        mapping(Map.of("colour", new ColumnMapping.Encoding("number", null)), SCORE), "colour");
  }

  @Test
  void anEncodingOfNoKnownKindIsRefused() {
    assertRefused(
        mapping(Map.of("area", new ColumnMapping.Encoding("onehot", null)), SCORE), "onehot");
  }

  @Test
  void categoriesWithoutCodesAreRefused() {
    assertRefused(
        mapping(Map.of("area", new ColumnMapping.Encoding("categories", null)), SCORE),
        "categories");
  }

  @Test
  void aThresholdThatIsNoNumberIsRefused() {
    assertRefused(
        mapping(null, new ColumnMapping.Output("p", 1, "score", Double.NaN, null)), "threshold");
  }

  private static void assertRefused(ColumnMapping mapping, String word) {
    assertThatThrownBy(() -> Mappings.of(mapping))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining(word);
  }

  private static ColumnMapping mapping(
      @Nullable Map<String, ColumnMapping.Encoding> encodings, ColumnMapping.Output output) {
    return new ColumnMapping(
        List.of(new ColumnMapping.Input("x", List.of("income", "area"))), encodings, output);
  }
}
