package org.assay.server.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assay.server.web.Refusal;

/// The first record of a CSV: the columns' names and the delimiter between them (RFC 4180, with
/// comma, semicolon, tab or bar as the delimiter: the one that makes most names, comma in a draw).
record CsvHeader(char delimiter, List<String> names) {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int LONGEST = 1 << 20;
  private static final int END = -1;

  CsvHeader {
    names = List.copyOf(names);
  }

  /// @throws Refusal.Invalid for a quote that does not close, or no line at all
  static CsvHeader read(Path file) throws IOException {
    String record = firstRecord(file);
    CsvHeader best = new CsvHeader(DELIMITERS[0], split(record, DELIMITERS[0]));
    for (int i = 1; i < DELIMITERS.length; i++) {
      CsvHeader candidate = new CsvHeader(DELIMITERS[i], split(record, DELIMITERS[i]));
      best = candidate.names.size() > best.names.size() ? candidate : best;
    }
    return best;
  }

  /// The first line; line ends inside quotes belong to it.
  private static String firstRecord(Path file) throws IOException {
    StringBuilder record = new StringBuilder();
    boolean quoted = false;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (int c = afterByteOrderMark(reader); c != END; c = reader.read()) {
        quoted ^= c == '"';
        if (!quoted && (c == '\n' || c == '\r')) {
          break;
        }
        record.append((char) c);
        if (record.length() > LONGEST) {
          throw new Refusal.Invalid(
              "Line 1, the header, has more than " + LONGEST + " characters.",
              "Put the columns' names on the first line, and each row on a line of its own.");
        }
      }
    }
    if (quoted) {
      throw new Refusal.Invalid("Line 1, the header, has a quote that does not close.");
    }
    return record.toString();
  }

  private static int afterByteOrderMark(Reader reader) throws IOException {
    int first = reader.read();
    return first == '\uFEFF' ? reader.read() : first;
  }

  private static List<String> split(String record, char delimiter) {
    List<String> names = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      quoted ^= c == '"';
      if (!quoted && c == delimiter) {
        names.add(name(record.substring(start, i)));
        start = i + 1;
      }
    }
    names.add(name(record.substring(start)));
    return names;
  }

  private static String name(String field) {
    String bare = field.strip();
    boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
    return quoted ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"").strip() : bare;
  }
}
