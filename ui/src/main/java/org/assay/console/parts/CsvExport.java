package org.assay.console.parts;

import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assay.api.Page;
import org.jspecify.annotations.Nullable;

/// The rows of a long table as comma-separated values, under the filter that the table shows,
/// streamed page by page.
///
/// ```java
/// var export = new CsvExport<>("models-csv", "models.csv", (page, size) -> list(filter, page,
// size))
///     .column("name", ModelView::name)
///     .column("latest version", ModelView::latestVersion);
/// ```
///
/// The source and the columns run outside the page's own request: they must not touch components,
/// so a page keeps its filter in a record of its own. Enums, instants and digests are written as
/// they are, for machines; headers are for people.
public final class CsvExport<T> {
  /// As many rows as the server allows in one page.
  private static final int SIZE = 200;

  /// For spreadsheets, which otherwise take the file for one in the system's old code page.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Lists.Source<T> source;
  private final List<String> headers = new ArrayList<>();
  private final List<Function<T, @Nullable Object>> values = new ArrayList<>();

  public CsvExport(Lists.Source<T> source) {
    this.source = source;
  }

  public CsvExport<T> column(String header, Function<T, @Nullable Object> value) {
    headers.add(header);
    values.add(value);
    return this;
  }

  /// The link that brings the file.
  public Download link(String id, String fileName) {
    return new Download(
        id, Texts.text("action.csv"), fileName, "text/csv;charset=utf-8", this::write);
  }

  private void write(DownloadEvent event) throws IOException {
    var first = source.page(0, SIZE);
    var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
    write(first, out);
    out.flush();
  }

  /// @param first the first page, already fetched
  void write(Page<T> first, Writer out) throws IOException {
    out.write(BYTE_ORDER_MARK);
    out.write(Csv.line(headers));
    var page = first;
    for (var number = 1; !page.items().isEmpty(); number++) {
      for (var row : page.items()) {
        out.write(Csv.line(values.stream().map(value -> value.apply(row)).toList()));
      }
      if ((long) number * SIZE >= page.total()) {
        return;
      }
      page = source.page(number, SIZE);
    }
  }
}
