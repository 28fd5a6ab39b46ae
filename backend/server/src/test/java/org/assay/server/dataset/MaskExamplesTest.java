package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.MaskExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskExamplesTest {
  private static final List<String> TYPES =
      List.of(
          "BIGINT",
          "DOUBLE",
          "DECIMAL(18,3)",
          "BOOLEAN",
          "DATE",
          "TIMESTAMP",
          "VARCHAR",
          "UUID",
          "TIME");

  @ParameterizedTest
  @EnumSource(Mask.class)
  void everyTypeHasAnExampleOfEveryMaskAndOnlyClearShowsTheValue(Mask mask) {
    for (String type : TYPES) {
      MaskExample example = MaskExamples.example("c", type, mask);
      assertThat(example.example()).isNotBlank();
      if (mask == Mask.CLEAR) {
        assertThat(example.masked()).isEqualTo(example.example());
      } else {
        assertThat(example.masked()).as(type).isNotEqualTo(example.example());
      }
    }
  }

  @Test
  void examplesAreWhatTheMaskReallyDoes() {
    assertThat(MaskExamples.example("c", "BIGINT", Mask.BUCKET).masked()).isEqualTo("30");
    assertThat(MaskExamples.example("c", "DATE", Mask.BUCKET).masked()).isEqualTo("1987-06");
    assertThat(MaskExamples.example("c", "VARCHAR", Mask.BUCKET).masked()).isEqualTo("***");
    assertThat(MaskExamples.example("c", "VARCHAR", Mask.PARTIAL).masked()).isEqualTo("E*****e");
    assertThat(MaskExamples.example("c", "VARCHAR", Mask.NULL).masked()).isNull();
    assertThat(MaskExamples.example("c", "VARCHAR", Mask.HASH).masked()).matches("[0-9a-f]{32}");
  }
}
