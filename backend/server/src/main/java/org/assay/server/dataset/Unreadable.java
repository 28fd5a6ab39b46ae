package org.assay.server.dataset;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.server.web.Refusal;

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
      return new Refusal.Invalid(
          "The file takes longer to read than is allowed.",
          "Upload a smaller file, or ask an administrator to raise the limit.");
    }
    if (message.startsWith("Out of Memory")) {
      return new Refusal.TooLarge(
          "The file needs more memory to read than is allowed.",
          "Upload a smaller file, or ask an administrator to raise the limit.");
    }
    return switch (format) {
      case CSV -> csv(message);
      case PARQUET ->
          new Refusal.Invalid(
              "The file is marked as Parquet, but its contents cannot be read.",
              "Write the Parquet file again and upload it whole.");
    };
  }

  private static Refusal csv(String message) {
    Matcher line = LINE.matcher(message);
    if (!line.find()) {
      return new Refusal.Invalid(
          "The CSV cannot be read: it mixes line endings or breaks the quoting rules of RFC 4180.",
          "End every line the same way, and double each quote inside a quoted field.");
    }
    String place = "Line " + line.group(1) + " of the CSV ";
    Matcher fields = FIELDS.matcher(message);
    if (fields.find()) {
      return new Refusal.Invalid(
          place + "has %s fields; the header has %s.".formatted(fields.group(2), fields.group(1)),
          "Give every line as many fields as the header, and quote fields that hold a delimiter.");
    }
    if (message.contains("unterminated quote")) {
      return new Refusal.Invalid(
          place + "has a quote that does not close, or text after a closing quote.",
          "Put the whole field in quotes and double each quote inside it.");
    }
    return new Refusal.Invalid(place + "cannot be read.", "Correct that line.");
  }
}
