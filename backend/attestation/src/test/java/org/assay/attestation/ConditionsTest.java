package org.assay.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  @Test
  void aListNamesWhoMayCall() {
    Conditions conditions = new Conditions(List.of("assay-app"), List.of(), null, null);
    assertThat(conditions.allowsConsumer("assay-app")).isTrue();
    assertThat(conditions.allowsConsumer("other-app")).isFalse();
  }

  @Test
  void everyConsumerIsSaidByTheStarAndByNothingElse() {
    assertThat(new Conditions(List.of("*"), List.of(), null, null).allowsConsumer("other-app"))
        .isTrue();
    assertThat(new Conditions(List.of(), List.of(), null, null).allowsConsumer("other-app"))
        .isFalse();
  }
}
