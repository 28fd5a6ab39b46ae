package org.assay.console.parts;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words of a date picker's calendar in the reader's language.
public final class DateWords {
  private DateWords() {}

  public static DatePickerI18n of(Locale locale) {
    return new DatePickerI18n()
        .setMonthNames(
            Stream.of(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList())
        .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
        .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
        .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
        .setToday(Texts.text("action.today"))
        .setCancel(Texts.text("action.cancel"));
  }

  /// From Sunday on, as the picker counts.
  private static List<String> days(TextStyle style, Locale locale) {
    return IntStream.rangeClosed(0, 6)
        .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
        .toList();
  }
}
