package org.assay.console.parts;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.jspecify.annotations.Nullable;

/// Short words with a colour that says good, bad, waiting or neutral; the word alone says it too.
public final class Badges {
  /// What a badge's colour says.
  public enum Tone {
    GOOD,
    BAD,
    CAUTION,
    BUSY,
    NEUTRAL
  }

  private Badges() {}

  public static Span badge(String text, Tone tone) {
    var badge = new Span(text);
    badge.addClassNames("badge", tone.name().toLowerCase(Locale.ROOT));
    return badge;
  }

  public static Span stage(@Nullable Stage stage) {
    return stage == null ? new Span("–") : badge(Texts.text(stage), tone(stage));
  }

  public static Span tier(RiskTier tier) {
    return badge(
        Texts.text(tier),
        switch (tier) {
          case MINIMAL -> Tone.NEUTRAL;
          case LIMITED -> Tone.CAUTION;
          case HIGH -> Tone.BAD;
        });
  }

  /// A gate's verdict, `open` or `blocked`; absent while it is not decided.
  public static Span verdict(@Nullable String verdict) {
    if (verdict == null) {
      return badge(Texts.text("gate.undecided"), Tone.NEUTRAL);
    }
    return "open".equals(verdict)
        ? badge(Texts.text("gate.open"), Tone.GOOD)
        : badge(Texts.text("gate.blocked"), Tone.BAD);
  }

  /// A severity, `blocking`, `warning` or `information`.
  public static Span severity(String severity) {
    return switch (severity) {
      case "blocking" -> badge(Texts.text("severity.blocking"), Tone.BAD);
      case "warning" -> badge(Texts.text("severity.warning"), Tone.CAUTION);
      default -> badge(Texts.text("severity.information"), Tone.NEUTRAL);
    };
  }

  static Tone tone(Stage stage) {
    return switch (stage) {
      case DRAFT, WITHDRAWN, RETIRED -> Tone.NEUTRAL;
      case SUBMITTED, IN_REVIEW -> Tone.BUSY;
      case CHANGES_REQUESTED, SUSPENDED, EXPIRED, STALE -> Tone.CAUTION;
      case APPROVED, RELEASED -> Tone.GOOD;
      case REJECTED, REVOKED -> Tone.BAD;
    };
  }
}
