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
import org.assay.server.web.Sentence;

/// The first record of a CSV: the columns' names and the delimiter between them (RFC 4180, with
/// comma, semicolon, tab or bar as the delimiter). Delimiters that cut the second record into as
/// many fields, and more than one, come first; then the one that makes most names; then comma.
record CsvHeader(char delimiter, List<String> names) {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int LONGEST = 1 << 20;
  private static final int END = -1;

  CsvHeader {
    names = List.copyOf(names);
  }

  /// @throws Refusal.Invalid for a quote that does not close, or no line at all
  static CsvHeader read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String first = record(reader, afterByteOrderMark(reader));
      if (first.chars().filter(c -> c == '"').count() % 2 != 0) {
        throw new Refusal.Invalid(Sentence.of("file.header-quote"));
      }
      if (first.length() >= LONGEST) {
        throw new Refusal.Invalid(
            Sentence.of("file.header-length", LONGEST), Sentence.of("file.header-length.remedy"));
      }
      return choose(first, record(reader, afterLineEnd(reader)));
    }
  }

  private static CsvHeader choose(String first, String second) {
    CsvHeader best = new CsvHeader(DELIMITERS[0], split(first, DELIMITERS[0]));
    boolean bestFits = best.fits(second);
    for (int i = 1; i < DELIMITERS.length; i++) {
      CsvHeader other = new CsvHeader(DELIMITERS[i], split(first, DELIMITERS[i]));
      boolean fits = other.fits(second);
      boolean more = other.names.size() > best.names.size();
      if (fits == bestFits ? more : fits) {
        best = other;
        bestFits = fits;
      }
    }
    return best;
  }

  private boolean fits(String record) {
    return names.size() > 1 && split(record, delimiter).size() == names.size();
  }

  /// A line, or its beginning if it is very long; line ends inside quotes belong to it.
  ///
  /// @param first its first character, read already
  private static String record(Reader reader, int first) throws IOException {
    StringBuilder record = new StringBuilder();
    boolean quoted = false;
    for (int c = first; c != END && record.length() < LONGEST; c = reader.read()) {
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
      record.append((char) c);
    }
    return record.toString();
  }

  private static int afterByteOrderMark(Reader reader) throws IOException {
    int first = reader.read();
    return first == '\uFEFF' ? reader.read() : first;
  }

  /// The first line's end was read up to its first character: a line feed may follow.
  private static int afterLineEnd(Reader reader) throws IOException {
    int next = reader.read();
    return next == '\n' ? reader.read() : next;
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
