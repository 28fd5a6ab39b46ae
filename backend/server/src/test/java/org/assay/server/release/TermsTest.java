package org.assay.server.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assay.api.releases.NewRelease;
import org.assay.server.web.Refusal;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void whatIsLeftOutIsMadeExplicit() {
    Terms terms = Terms.of(new NewRelease(null, null, null, null), NOW);
    assertThat(terms.consumers()).containsExactly("*");
    assertThat(terms.purposes()).isEmpty();
    assertThat(terms.expiresAt()).isEqualTo("2027-11-20T12:00:00Z");
    assertThat(terms.conditions().allowsConsumer("anybody")).isTrue();
    assertThat(Terms.named(terms.consumers())).isEmpty();
  }

  @Test
  void namedConsumersStayTheOnlyOnes() {
    Terms terms =
        Terms.of(new NewRelease(List.of("assay-app", "assay-app"), List.of("p"), null, 60), NOW);
    assertThat(terms.consumers()).containsExactly("assay-app");
    assertThat(terms.conditions().allowsConsumer("other")).isFalse();
    assertThat(Terms.named(terms.consumers())).containsExactly("assay-app");
  }

  @Test
  void anEndInThePastOrFarAwayIsRefused() {
    for (Instant end : List.of(NOW, NOW.minusSeconds(1), NOW.plus(Duration.ofDays(731)))) {
      assertThatThrownBy(() -> Terms.of(new NewRelease(null, null, end, null), NOW))
          .isInstanceOf(Refusal.Invalid.class)
          .hasMessageContaining("expiresAt");
    }
  }

  @Test
  void aBlankConsumerTheStarAndNothingAtAllAreRefused() {
    for (List<String> consumers :
        List.of(List.of(" "), List.of("*"), Collections.<String>singletonList(null))) {
      assertThatThrownBy(() -> Terms.of(new NewRelease(consumers, null, null, null), NOW))
          .isInstanceOf(Refusal.Invalid.class)
          .hasMessageContaining("consumers");
    }
  }
}
