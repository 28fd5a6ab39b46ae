package org.assay.console.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times in the reader's zone, with the zone said.
public final class Times {
  private Times() {}

  /// Date and time in the reader's zone, such as `Nov 23, 2026, 12:18 PM GMT+8`.
  public static String at(Instant time) {
    var ui = UI.getCurrent();
    return format(time, zone(ui), ui.getLocale());
  }

  /// As [#at(Instant)]; a dash where there is no time.
  public static String atOrDash(@Nullable Instant time) {
    return time == null ? "–" : at(time);
  }

  /// How long ago, in words, with the exact time on hover.
  public static Span since(Instant time) {
    var span = new Span(ago(Duration.between(time, Instant.now())));
    span.setTitle(at(time));
    return span;
  }

  /// The browser's zone; UTC where it tells none that Java knows.
  public static ZoneId zone(UI ui) {
    var details = ui.getPage().getExtendedClientDetails();
    return zone(details == null ? null : details.getTimeZoneId());
  }

  static ZoneId zone(@Nullable String id) {
    if (id == null || id.isBlank()) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  static String format(Instant time, ZoneId zone, Locale locale) {
    var there = time.atZone(zone);
    var words =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .format(there);
    return words + " " + DateTimeFormatter.ofPattern("O", Locale.ROOT).format(there);
  }

  private static String ago(Duration age) {
    if (age.toMinutes() < 1) {
      return Texts.text("time.now");
    }
    if (age.toHours() < 1) {
      return Texts.text("time.minutes", age.toMinutes());
    }
    return age.toDays() < 1
        ? Texts.text("time.hours", age.toHours())
        : Texts.text("time.days", age.toDays());
  }
}
