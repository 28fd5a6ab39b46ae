package org.assay.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import java.util.List;
import java.util.Locale;
import org.assay.api.Problem;
import org.assay.console.server.Refusal;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void theBrowsersFirstKnownLanguageIsSpoken() {
    assertThat(Entry.language(List.of(Locale.GERMAN, Locale.UK))).isEqualTo(Locale.UK);
    assertThat(Entry.language(List.of(Locale.TRADITIONAL_CHINESE)))
        .isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(Entry.language(List.of(Locale.GERMAN))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void aRefusalIsFoundWithinWhatFrameworksWrapItIn() {
    var refusal = new Refusal(new Problem("", "", 409, "Taken.", null, null, null));
    assertThat(Failures.cause(new IllegalStateException(new RuntimeException(refusal))))
        .isSameAs(refusal);
    var away = new ProcessingException("refused");
    assertThat(Failures.cause(new RuntimeException(away))).isSameAs(away);
    var other = new IllegalStateException("other");
    assertThat(Failures.cause(other)).isSameAs(other);
  }
}
