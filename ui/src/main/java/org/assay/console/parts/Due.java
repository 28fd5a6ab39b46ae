package org.assay.console.parts;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long until something is due or ends, in words and a colour, with the exact time on hover.
public final class Due {
  private static final Duration SOON = Duration.ofDays(1);
  private static final Duration NEAR_END = Duration.ofDays(14);

  private Due() {}

  /// When a task should be done: overdue stands out, the last day warns.
  public static Span task(@Nullable Instant due) {
    if (due == null) {
      return new Span("–");
    }
    var left = Duration.between(Instant.now(), due);
    var tone =
        left.isNegative()
            ? Badges.Tone.BAD
            : left.compareTo(SOON) < 0 ? Badges.Tone.CAUTION : Badges.Tone.NEUTRAL;
    return badge(left, "due", tone, due);
  }

  /// When a permission ends: the last two weeks warn.
  public static Span end(Instant end) {
    var left = Duration.between(Instant.now(), end);
    var isNear = left.compareTo(NEAR_END) < 0;
    return badge(left, "end", isNear ? Badges.Tone.CAUTION : Badges.Tone.NEUTRAL, end);
  }

  private static Span badge(Duration left, String kind, Badges.Tone tone, Instant time) {
    var badge = Badges.badge(words(left, kind), tone);
    badge.setTitle(Times.at(time));
    badge.getElement().setAttribute("data-over", Boolean.toString(left.isNegative()));
    return badge;
  }

  private static String words(Duration left, String kind) {
    var length = left.abs();
    var key = kind + (left.isNegative() ? ".over" : ".in");
    return length.toDays() < 1
        ? Texts.text(key + ".hours", length.toHours())
        : Texts.text(key + ".days", length.toDays());
  }
}
