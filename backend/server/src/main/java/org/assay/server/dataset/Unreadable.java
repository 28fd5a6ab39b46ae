package org.assay.server.dataset;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// Turns DuckDB's failure over an uploaded file into a refusal. DuckDB's own words quote the line
/// itself and the store's path; neither is passed on: a refusal may be logged and shown.
final class Unreadable {
  private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
  private static final Pattern FIELDS =
      Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

  private Unreadable() {}

  static Refusal refusal(ContentFormat format, SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof SQLTimeoutException) {
      return new Refusal.Invalid(Sentence.of("file.too-slow"), Sentence.of("file.smaller"));
    }
    if (message.startsWith("Out of Memory")) {
      return new Refusal.TooLarge(Sentence.of("file.too-hungry"), Sentence.of("file.smaller"));
    }
    return switch (format) {
      case CSV -> csv(message);
      case PARQUET ->
          new Refusal.Invalid(
              Sentence.of("file.parquet-broken"), Sentence.of("file.parquet-broken.remedy"));
    };
  }

  private static Refusal csv(String message) {
    Matcher line = LINE.matcher(message);
    if (!line.find()) {
      return new Refusal.Invalid(
          Sentence.of("file.csv-broken"), Sentence.of("file.csv-broken.remedy"));
    }
    String place = line.group(1);
    Matcher fields = FIELDS.matcher(message);
    if (fields.find()) {
      return new Refusal.Invalid(
          Sentence.of("file.csv-width", place, fields.group(2), fields.group(1)),
          Sentence.of("file.csv-width.remedy"));
    }
    if (message.contains("unterminated quote")) {
      return new Refusal.Invalid(
          Sentence.of("file.csv-quote", place), Sentence.of("file.csv-quote.remedy"));
    }
    return new Refusal.Invalid(
        Sentence.of("file.csv-line", place), Sentence.of("file.csv-line.remedy"));
  }
}
