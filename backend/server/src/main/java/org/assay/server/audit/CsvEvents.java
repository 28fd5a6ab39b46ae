package org.assay.server.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.assay.api.audit.EventView;
import org.jspecify.annotations.Nullable;

/// Events as comma-separated values (RFC 4180), UTF-8, under a header line. Spreadsheets take a
// cell
/// that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula: such a cell gets
// an
/// apostrophe in front, as they do for text.
final class CsvEvents implements EventWriter {
  static final String HEADER = "id,at,actor,action,subjectType,subjectId,model,version,body";
  private static final String END = "\r\n";
  private static final String FORMULA = "=+-@\t\r";

  private final Writer out;
  private final ObjectMapper json;

  CsvEvents(OutputStream out, ObjectMapper json) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.json = json;
    this.out.write(HEADER + END);
  }

  @Override
  public void write(EventView event) throws IOException {
    out.write(
        line(
            event.id(),
            event.at(),
            event.actor(),
            event.action(),
            event.subjectType(),
            event.subjectId(),
            event.model(),
            event.version(),
            json.writeValueAsString(event.body())));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String line(@Nullable Object... values) {
    return Arrays.stream(values).map(CsvEvents::cell).collect(Collectors.joining(",", "", END));
  }

  static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = harmless.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}
